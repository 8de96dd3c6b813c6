// Charts over time: reads out the instant under the pointer or the arrow keys, looks at a part of
// the time, and moves a line to the size that the pool's slider tries.
(() => {
  'use strict';
  const LEFT = 52;
  const WIDTH = 888;
  const PICTURE = 960;
  const SECOND = 1000;
  const MINUTE = 60 * SECOND;
  const HOUR = 60 * MINUTE;
  const DAY = 24 * HOUR;
  const STEPS = [
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 14400, 21600, 43200,
    86400, 172800, 604800, 1209600, 2419200, 4838400, 7862400, 15724800, 31449600,
  ].map(seconds => seconds * SECOND);
  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  // the day that stands for one that no capture tells
  const NO_DAY = Date.UTC(-9999, 0, 1);

  const two = number => String(number).padStart(2, '0');
  const grouped = number => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

  function clock(instant, seconds) {
    const time = new Date(instant);
    const minutes = `${two(time.getUTCHours())}:${two(time.getUTCMinutes())}`;
    return seconds ? `${minutes}:${two(time.getUTCSeconds())}` : minutes;
  }

  function later(instant) {
    const days = Math.floor((instant - NO_DAY) / DAY);
    return days === 0 ? '' : `${days} day${days === 1 ? '' : 's'} later`;
  }

  function spoken(kind, instant) {
    if (kind === 'sample') {
      return `sample ${grouped(instant)}`;
    }
    const time = clock(instant, instant % MINUTE !== 0);
    return kind === 'time'
      ? `${new Date(instant).toISOString().slice(0, 10)} ${time}`
      : `${time} ${later(instant)}`.trim();
  }

  /** The step between two labels: no more than ten of them, each on a round time. */
  function stepOver(kind, span) {
    if (kind !== 'sample') {
      const most = STEPS[STEPS.length - 1];
      return STEPS.find(step => span / step <= 10) || most * Math.ceil(span / most / 10);
    }
    let power = 1;
    while (power * 10 <= span / 10) {
      power *= 10;
    }
    return power * ([1, 2, 5].find(factor => span / (power * factor) <= 10) || 10);
  }

  /** The label of a tick, and what stands below it. */
  function tick(kind, instant, step) {
    if (kind === 'sample') {
      return [grouped(instant), ''];
    }
    if (kind === 'clock') {
      return [clock(instant, step < MINUTE), later(instant)];
    }
    const time = new Date(instant);
    const day = `${time.getUTCDate()} ${MONTHS[time.getUTCMonth()]}`;
    return step >= DAY
      ? [day, String(time.getUTCFullYear())]
      : [clock(instant, step < MINUTE), `${WEEKDAYS[time.getUTCDay()]} ${day}`];
  }

  function drawn(parent, name, attributes) {
    const element = document.createElementNS(parent.namespaceURI, name);
    for (const [key, value] of Object.entries(attributes)) {
      element.setAttribute(key, value);
    }
    parent.append(element);
    return element;
  }

  class Chart {
    constructor(svg, readings) {
      this.svg = svg;
      const { kind, from, to, high, size, top, bottom } = readings.dataset;
      Object.assign(this, { kind, size, high: Number(high), top: Number(top), bottom: Number(bottom) });
      this.whole = [Number(from), Number(to)];
      this.view = this.whole;
      this.readings = readings;
      this.pane = svg.querySelector('.pane');
      this.height = this.pane.height.baseVal.value;
      this.moving = [...svg.querySelectorAll('text.moves')].map(text => [text, Number(text.getAttribute('x'))]);
      this.times = [...svg.querySelectorAll('text.time')];
      this.row = -1;
      this.addTools();
      this.listen();
    }

    addTools() {
      const tools = document.createElement('div');
      tools.className = 'chart-tools';
      const button = (text, label, act) => {
        const made = document.createElement('button');
        made.type = 'button';
        made.textContent = text;
        made.setAttribute('aria-label', label);
        made.addEventListener('click', act);
        tools.append(made);
        return made;
      };
      this.closer = button('+', 'Look closer', () => this.zoom(0.5));
      this.farther = button('−', 'Look from farther', () => this.zoom(2));
      this.all = button('Whole', 'Show the whole time', () => this.show(...this.whole));
      this.told = document.createElement('p');
      this.told.className = 'reading';
      this.told.setAttribute('aria-live', 'polite');
      this.told.textContent = 'Point at the chart, or use the arrow keys, to read it; drag over a part to look closer.';
      tools.append(this.told);
      const frame = this.svg.closest('.wide') || this.svg;
      frame.before(tools);
      this.svg.setAttribute('tabindex', '0');
      this.svg.setAttribute('role', 'application');
      this.svg.setAttribute('aria-roledescription', 'chart');
      this.grid = drawn(this.svg, 'g', { class: 'ticks' });
      this.cursor = drawn(this.svg, 'line', { class: 'cursor', y1: this.top, y2: this.height - 50, visibility: 'hidden' });
      this.pick = drawn(this.svg, 'rect', { class: 'pick', y: this.top, height: this.height - 50 - this.top, visibility: 'hidden' });
      this.enable();
    }

    listen() {
      const svg = this.svg;
      let start = null;
      svg.addEventListener('pointerdown', event => {
        const x = this.across(event);
        if (event.button === 0 && event.pointerType !== 'touch' && x >= LEFT && x <= LEFT + WIDTH) {
          start = x;
          svg.setPointerCapture(event.pointerId);
        }
        this.read(this.nearest(x));
      });
      svg.addEventListener('pointermove', event => {
        const x = this.across(event);
        this.read(this.nearest(x));
        if (start !== null) {
          const to = Math.min(LEFT + WIDTH, Math.max(LEFT, x));
          this.pick.setAttribute('x', Math.min(start, to));
          this.pick.setAttribute('width', Math.abs(to - start));
          this.pick.setAttribute('visibility', 'visible');
        }
      });
      const end = event => {
        const from = start;
        start = null;
        this.pick.setAttribute('visibility', 'hidden');
        const to = Math.min(LEFT + WIDTH, Math.max(LEFT, this.across(event)));
        if (from !== null && event.type === 'pointerup' && Math.abs(to - from) > 5) {
          this.show(this.instantAt(Math.min(from, to)), this.instantAt(Math.max(from, to)));
        }
      };
      svg.addEventListener('pointerup', end);
      svg.addEventListener('pointercancel', end);
      svg.addEventListener('focus', () => this.row < 0 && this.read(this.hottest()));
      svg.addEventListener('keydown', event => this.key(event));
      const pool = svg.closest('[data-pool]');
      if (pool) {
        pool.addEventListener('headroom:size', event => this.tryOut(event.detail.gb));
      }
    }

    /** The rows, read from the page when they are first asked for. */
    rows() {
      if (!this.instants) {
        const { unit, steps } = this.readings.dataset;
        let at = this.whole[0];
        this.instants = steps === '' ? [] : steps.split(',').map(step => (at += Number(step) * Number(unit)));
        this.columns = [...this.readings.children].map(column => ({
          name: column.dataset.name,
          unit: column.dataset.unit,
          values: column.dataset.values.split(','),
        }));
      }
      return this.instants;
    }

    across(event) {
      const frame = this.svg.getBoundingClientRect();
      return ((event.clientX - frame.left) / frame.width) * PICTURE;
    }

    instantAt(x) {
      return this.view[0] + ((x - LEFT) / WIDTH) * (this.view[1] - this.view[0]);
    }

    placeOf(instant) {
      return LEFT + ((instant - this.view[0]) / (this.view[1] - this.view[0])) * WIDTH;
    }

    nearest(x) {
      const rows = this.rows();
      const wanted = this.instantAt(x);
      let low = 0;
      let high = rows.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (rows[middle] < wanted) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low > 0 && wanted - rows[low - 1] < rows[low] - wanted ? low - 1 : low;
    }

    hottest() {
      const rows = this.rows();
      const hot = this.columns[1].values.map(Number);
      let most = -1;
      for (let row = 0; row < rows.length; row++) {
        if (this.inView(row) && (most < 0 || hot[row] > hot[most])) {
          most = row;
        }
      }
      return most;
    }

    inView(row) {
      const at = this.rows()[row];
      return at >= this.view[0] && at <= this.view[1];
    }

    read(row) {
      if (row < 0 || row >= this.rows().length || row === this.row) {
        return;
      }
      this.row = row;
      const terms = [[this.kind === 'sample' ? 'at' : 'time', spoken(this.kind, this.instants[row])]];
      for (const { name, unit, values } of this.columns) {
        const value = values[row];
        const text = value === '' ? '–' : unit === 'MB' ? `${(value / 1024).toFixed(2)} GB` : `${grouped(value / 10)}${unit}`;
        terms.push([name, text]);
      }
      if (this.size) {
        terms.splice(3, 0, ['size', this.size]);
      }
      this.told.replaceChildren(...terms.flatMap(([name, text]) => {
        const term = document.createElement('span');
        const small = document.createElement('small');
        small.textContent = name;
        term.append(small, ` ${text}`);
        return [term, ' '];
      }));
      this.mark();
    }

    mark() {
      const seen = this.row >= 0 && this.inView(this.row);
      this.cursor.setAttribute('visibility', seen ? 'visible' : 'hidden');
      if (seen) {
        const x = this.placeOf(this.instants[this.row]).toFixed(1);
        this.cursor.setAttribute('x1', x);
        this.cursor.setAttribute('x2', x);
      }
    }

    key(event) {
      if (event.ctrlKey || event.altKey || event.metaKey) {
        return;
      }
      const acts = {
        ArrowLeft: () => this.walk(-1),
        ArrowRight: () => this.walk(1),
        PageUp: () => this.walk(-10),
        PageDown: () => this.walk(10),
        Home: () => this.walk(-Infinity),
        End: () => this.walk(Infinity),
        '+': () => this.zoom(0.5),
        '=': () => this.zoom(0.5),
        '-': () => this.zoom(2),
        0: () => this.show(...this.whole),
      };
      if (Object.hasOwn(acts, event.key)) {
        event.preventDefault();
        acts[event.key]();
      }
    }

    walk(rows) {
      const last = this.rows().length - 1;
      if (last < 0) {
        return;
      }
      const row = Math.min(last, Math.max(0, (this.row < 0 ? this.hottest() : this.row) + rows));
      if (!this.inView(row)) {
        const half = (this.view[1] - this.view[0]) / 2;
        this.show(this.instants[row] - half, this.instants[row] + half);
      }
      this.read(row);
    }

    zoom(factor) {
      const [from, to] = this.view;
      const seen = this.row >= 0 && this.inView(this.row);
      const middle = seen ? this.instants[this.row] : (from + to) / 2;
      const half = ((to - from) * factor) / 2;
      this.show(middle - half, middle + half);
    }

    /** The shortest time worth a look. */
    least() {
      const span = this.whole[1] - this.whole[0];
      return Math.min(span, Math.max(span / 4000, this.kind === 'sample' ? 4 : 10 * SECOND));
    }

    /** Shows a part of the time, inside the whole. */
    show(from, to) {
      const [first, last] = this.whole;
      const span = Math.min(last - first, Math.max(this.least(), to - from));
      const start = Math.min(last - span, Math.max(first, (from + to - span) / 2));
      this.view = [start, start + span];
      const scale = WIDTH / (last - first);
      this.pane.setAttribute('viewBox', `${LEFT + (start - first) * scale} 0 ${span * scale} ${this.height}`);
      for (const [text, x] of this.moving) {
        const place = this.placeOf(first + (x - LEFT) / scale);
        text.setAttribute('x', place.toFixed(1));
        text.setAttribute('visibility', place > LEFT + 60 && place < LEFT + WIDTH - 60 ? 'visible' : 'hidden');
      }
      this.label();
      this.enable();
      this.mark();
    }

    isWhole() {
      return this.view[1] - this.view[0] > (this.whole[1] - this.whole[0]) * 0.999;
    }

    enable() {
      this.closer.disabled = this.view[1] - this.view[0] <= this.least() * 1.001;
      this.farther.disabled = this.isWhole();
      this.all.disabled = this.isWhole();
    }

    label() {
      const whole = this.isWhole();
      this.times.forEach(text => text.setAttribute('visibility', whole ? 'visible' : 'hidden'));
      this.grid.replaceChildren();
      if (whole) {
        return;
      }
      const [from, to] = this.view;
      const step = stepOver(this.kind, to - from);
      const origin = this.kind === 'sample' ? 0 : Math.floor(this.whole[0] / DAY) * DAY;
      let before = '';
      for (let n = Math.ceil((from - origin) / step); origin + n * step <= to; n++) {
        const x = this.placeOf(origin + n * step).toFixed(1);
        const [text, below] = tick(this.kind, origin + n * step, step);
        const anchor = x > LEFT + WIDTH - 24 ? 'end' : 'middle';
        drawn(this.grid, 'line', { x1: x, x2: x, y1: this.top, y2: this.height - 50 });
        drawn(this.grid, 'text', { class: 'tick', x, y: this.height - 33, 'text-anchor': anchor }).textContent = text;
        if (below !== before) {
          drawn(this.grid, 'text', { class: 'axis', x, y: this.height - 17, 'text-anchor': anchor }).textContent = below;
          before = below;
        }
      }
    }

    /** A line at a size that is tried, GB; at the upper edge where it is beyond the picture. */
    tryOut(gb) {
      if (!this.tried) {
        this.tried = drawn(this.svg, 'line', { class: 'tried', x1: LEFT, x2: LEFT + WIDTH });
        this.triedText = drawn(this.svg, 'text', { class: 'tried', x: LEFT + 6 });
      }
      const y = Math.max(this.top, this.bottom - (gb / this.high) * (this.bottom - this.top));
      this.tried.setAttribute('y1', y.toFixed(1));
      this.tried.setAttribute('y2', y.toFixed(1));
      this.triedText.setAttribute('y', (y - 5).toFixed(1));
      this.triedText.textContent = `tried ${gb.toFixed(2)} GB`;
    }
  }

  for (const readings of document.querySelectorAll('svg.chart > .readings')) {
    new Chart(readings.parentElement, readings);
  }
})();
