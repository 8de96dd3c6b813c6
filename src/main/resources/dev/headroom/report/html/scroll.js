// What is wider than its place is reached, and so scrolled, by keys too, and says what it is.
(() => {
  'use strict';
  const watch = new ResizeObserver(seen => {
    for (const { target } of seen) {
      const caption = target.querySelector('caption, title');
      if (target.scrollWidth <= target.clientWidth) {
        target.removeAttribute('tabindex');
        target.removeAttribute('role');
      } else {
        target.tabIndex = 0;
        if (caption) {
          target.setAttribute('role', 'group');
          target.setAttribute('aria-label', caption.textContent);
        }
      }
    }
  });
  document.querySelectorAll('.wide, pre').forEach(each => watch.observe(each));
})();
