// The slider of a pool: it walks along the rows of the table of sizes, and reads out each.
(() => {
  'use strict';
  for (const slider of document.querySelectorAll('.slider')) {
    const pool = slider.closest('[data-pool]');
    const rows = [...pool.querySelectorAll('.curve tbody tr')];
    const input = slider.querySelector('input');
    const said = slider.querySelector('output');
    const names = [...pool.querySelectorAll('.curve thead th')].map(head => head.textContent);
    const gb = row => Number(row.dataset.gb);
    const present = Number(slider.dataset.present);

    const tell = moved => {
      const row = rows[Number(input.value)];
      const cells = [...row.children];
      said.replaceChildren();
      cells.forEach((cell, place) => {
        const term = document.createElement('span');
        term.className = 'term';
        const name = document.createElement('small');
        name.textContent = names[place];
        term.append(name, ...[...cell.cloneNode(true).childNodes]);
        said.append(term);
      });
      for (const other of rows) {
        other.classList.toggle('chosen', other === row);
      }
      input.setAttribute('aria-valuetext', cells.map(cell => cell.textContent.trim()).join(', '));
      if (moved) {
        pool.dispatchEvent(new CustomEvent('headroom:size', { detail: { gb: gb(row) }, bubbles: true }));
      }
    };

    input.max = String(rows.length - 1);
    let nearest = 0;
    rows.forEach((row, place) => {
      if (Math.abs(gb(row) - present) < Math.abs(gb(rows[nearest]) - present)) {
        nearest = place;
      }
    });
    input.value = String(nearest);
    input.addEventListener('input', () => tell(true));
    slider.hidden = false;
    tell(false);
  }
})();
