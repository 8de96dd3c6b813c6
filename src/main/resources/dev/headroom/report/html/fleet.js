// The table of all pools: it sorts, filters and folds, and keeps in the address what was chosen.
(() => {
  'use strict';
  for (const fleet of document.querySelectorAll('.fleet')) {
    const table = fleet.querySelector('table');
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    const names = heads.map(head => head.textContent);
    const filters = fleet.querySelector('.filters');
    const text = filters.querySelector('[name=text]');
    const choices = [...filters.querySelectorAll('select')];
    const count = fleet.querySelector('.count');
    const fold = fleet.querySelector('.fold');
    const folds = fleet.classList.contains('many');
    const worst = ['red', 'amber', 'yellow', 'not judged', 'green'];
    const columns = { grade: 0, platform: 2, mode: 3 };

    // what is written in a cell; what is not known is a dash
    const said = cell => (cell.textContent.trim() === '–' ? '' : cell.textContent.trim());
    const rank = (cell, column) => {
      const word = said(cell);
      if (column === 0) {
        return worst.indexOf(word);
      }
      if (column < 4) {
        return word.toLowerCase();
      }
      const number = 'sort' in cell.dataset ? cell.dataset.sort : word.replace('−', '-').replace(/,/g, '');
      const value = parseFloat(number.replace(/^[<>] /, ''));
      return Number.isNaN(value) ? '' : number.startsWith('<') ? value / 2 : value;
    };
    const rows = [...body.rows].map((row, place) => ({
      row,
      place,
      name: said(row.cells[1]).toLowerCase(),
      ranks: [...row.cells].map(rank),
      words: Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, said(row.cells[column])])),
      fine: row.classList.contains('fine'),
    }));

    const asMade = { column: -1, down: false };
    let sorted = asMade;
    let unfolded = !folds;

    const buttons = heads.map((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      button.addEventListener('click', () => {
        // what is large, or bad, is looked for first; names from a to z
        const first = column > 3;
        sorted = { column, down: sorted.column === column ? !sorted.down : first };
        sort();
        tell();
      });
      head.append(button);
      return button;
    });

    const sort = () => {
      const { column, down } = sorted;
      heads.forEach((head, place) => {
        if (place === column) {
          head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        } else {
          head.removeAttribute('aria-sort');
        }
      });
      const order = [...rows];
      if (column < 0 && body.rows[0] === rows[0].row) {
        return;
      }
      if (column >= 0) {
        order.sort((one, other) => {
          const a = one.ranks[column];
          const b = other.ranks[column];
          // what is not known comes last, whichever way
          if (a === '' || b === '') {
            return (a === '') - (b === '') || one.place - other.place;
          }
          const way = a < b ? -1 : a > b ? 1 : 0;
          return (down ? -way : way) || one.place - other.place;
        });
      }
      body.append(...order.map(each => each.row));
    };

    const narrowed = () => text.value.trim() !== '' || choices.some(choice => choice.value !== '');

    const filter = () => {
      const wanted = text.value.trim().toLowerCase();
      const folding = !unfolded && !narrowed();
      let shown = 0;
      let folded = 0;
      for (const each of rows) {
        const fits = each.name.includes(wanted)
          && choices.every(choice => choice.value === '' || each.words[choice.name] === choice.value);
        each.row.hidden = !fits;
        if (fits && folding && each.fine) {
          folded += 1;
        } else if (fits) {
          shown += 1;
        }
      }
      table.toggleAttribute('data-folded', folding);
      fold.hidden = !folds || narrowed();
      fold.firstElementChild.textContent = folding
        ? `Show ${folded} more: what is fine` : 'Fold away what is fine';
      fold.firstElementChild.setAttribute('aria-expanded', String(!folding));
      const order = sorted.column < 0 ? 'worst first'
        : `by ${names[sorted.column].toLowerCase()}, ${sorted.down ? 'descending' : 'ascending'}`;
      // on paper all rows stand, but for those that somebody narrowed away: only then it is told there
      count.classList.toggle('narrowed', narrowed());
      count.textContent = `${shown} of ${rows.length} pools shown, ${order}.`;
    };

    // the address holds what was chosen, so that it can be kept and sent
    const remember = () => {
      const state = new URLSearchParams();
      for (const field of [text, ...choices]) {
        if (field.value.trim() !== '') {
          state.set(field.name, field.value.trim());
        }
      }
      if (sorted.column >= 0) {
        state.set('sort', names[sorted.column]);
        state.set('order', sorted.down ? 'down' : 'up');
      }
      if (unfolded && folds) {
        state.set('fine', 'shown');
      }
      history.replaceState(null, '', `#${state}`);
    };

    const tell = () => {
      filter();
      remember();
    };

    const recall = () => {
      const hash = location.hash.slice(1);
      if (hash !== '' && !hash.includes('=')) {
        return;
      }
      const state = new URLSearchParams(hash);
      for (const field of [text, ...choices]) {
        field.value = state.get(field.name) ?? '';
        if (field.selectedIndex === -1) {
          field.value = '';
        }
      }
      sorted = { column: names.indexOf(state.get('sort')), down: state.get('order') === 'down' };
      unfolded = !folds || state.get('fine') === 'shown';
      sort();
      filter();
    };

    for (const choice of choices) {
      const words = [...new Set(rows.map(each => each.words[choice.name]))].filter(word => word !== '');
      words.sort((a, b) => worst.indexOf(a) - worst.indexOf(b) || (a < b ? -1 : 1));
      for (const word of words) {
        const option = document.createElement('option');
        option.value = word;
        option.textContent = word;
        choice.append(option);
      }
      choice.addEventListener('change', tell);
    }
    text.addEventListener('input', tell);
    filters.querySelector('.reset').addEventListener('click', () => {
      text.value = '';
      choices.forEach(choice => { choice.value = ''; });
      sorted = asMade;
      unfolded = !folds;
      sort();
      tell();
      text.focus();
    });
    fold.firstElementChild.addEventListener('click', () => {
      unfolded = !unfolded;
      tell();
    });
    window.addEventListener('hashchange', recall);
    filters.hidden = false;
    filter();
    recall();
  }
})();
