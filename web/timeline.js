// Statements in time: a day along, the kind of statement up. Zoomed with the wheel, the buttons or a drag; what is in
// sight is listed below.

import {element, plural} from './dom.js';
import {contentOf} from './collection.js';

const KINDS = ['say', 'belief', 'intent', 'plan', 'denial', 'question'];
const DAY = 86400000;

let library;
/** Chart.js, which comes from a package and is asked for only here. */
function loadChart() {
  library ??= new Promise((resolve, reject) => {
    const script = element('script', {src: 'chart.js', onload: () => resolve(window.Chart), onerror: () => reject(new Error('The chart library is missing.'))});
    document.head.append(script);
  });
  return library;
}

/** Where a point stands within its row: statements of one day shall not hide each other. */
function spread(number) { return (((number * 0.618033988749895) % 1) - 0.5) * 0.7; }

function pointsOf(items) {
  return items.filter(({record}) => record.document.published).map((item, number) => ({
    x: Date.parse(item.record.document.published), y: KINDS.indexOf(item.statement.kind) + spread(number), item,
  }));
}

/** A chart of `items`; `seen` is called with those in sight when that changes. */
export function timeline(items, seen) {
  const points = pointsOf(items);
  if (points.length === 0) return element('p', {class: 'faint'}, 'None of these articles has a day of publication: there is no timeline.');
  const canvas = element('canvas', {role: 'img', 'aria-label': `Timeline of ${plural(points.length, 'statement')}`, tabindex: 0});
  const days = points.map((point) => point.x);
  const first = days.reduce((a, b) => Math.min(a, b)) - 2 * DAY, last = days.reduce((a, b) => Math.max(a, b)) + 2 * DAY;
  let chart, from = first, to = last;

  function look(begin, end) {
    const width = Math.max(3 * DAY, Math.min(end - begin, last - first));
    from = Math.max(first, Math.min(begin, last - width));
    to = from + width;
    canvas.dataset.from = new Date(from).toISOString().slice(0, 10);
    canvas.dataset.to = new Date(to).toISOString().slice(0, 10);
    if (chart) {
      chart.options.scales.x.min = from;
      chart.options.scales.x.max = to;
      chart.update('none');
    }
    seen(points.filter((point) => point.x >= from && point.x <= to).map((point) => point.item));
  }
  function zoom(factor, at = (from + to) / 2) { look(at - (at - from) * factor, at + (to - at) * factor); }

  const dayAt = (event) => chart.scales.x.getValueForPixel(event.clientX - canvas.getBoundingClientRect().left);
  canvas.addEventListener('wheel', (event) => { event.preventDefault(); if (chart) zoom(event.deltaY > 0 ? 1.25 : 0.8, dayAt(event)); }, {passive: false});
  let held;
  canvas.addEventListener('pointerdown', (event) => { held = {x: event.clientX, from, to}; canvas.setPointerCapture(event.pointerId); });
  canvas.addEventListener('pointerup', () => { held = undefined; });
  canvas.addEventListener('pointermove', (event) => {
    if (!held || !chart || Math.abs(event.clientX - held.x) < 3) return;
    const shift = (held.x - event.clientX) / chart.scales.x.width * (held.to - held.from);
    look(held.from + shift, held.to + shift);
  });
  canvas.addEventListener('dblclick', () => look(first, last));
  canvas.addEventListener('keydown', (event) => {
    const move = (to - from) / 5;
    const does = {'+': () => zoom(0.8), '-': () => zoom(1.25), ArrowLeft: () => look(from - move, to - move), ArrowRight: () => look(from + move, to + move)}[event.key];
    if (does) { event.preventDefault(); does(); }
  });

  const button = (word, label, does) => element('button', {type: 'button', 'aria-label': label, onclick: does}, word);
  const box = element('div', {class: 'chart'}, canvas);
  loadChart().then((Chart) => { chart = draw(Chart, canvas, points, from, to); }, (error) => box.replaceChildren(error.message));
  return element('section', {}, box, element('div', {class: 'row'}, button('+', 'Nearer', () => zoom(0.5)), button('−', 'Farther', () => zoom(2)),
    button('All', 'All of it', () => look(first, last)), element('span', {class: 'count'}, 'Drag to move, wheel to zoom')));
}

/** Ticks at whole days, eight of them or so. */
function wholeDays(axis) {
  const step = Math.max(1, Math.ceil((axis.max - axis.min) / DAY / 8)) * DAY;
  axis.ticks = [];
  for (let day = Math.ceil(axis.min / DAY) * DAY; day <= axis.max; day += step) axis.ticks.push({value: day});
}

function draw(Chart, canvas, points, min, max) {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const faint = colour('--faint'), line = colour('--line');
  const paints = {direct: colour('--source'), mixed: colour('--ledger'), indirect: colour('--cue')};
  const size = points.length > 2000 ? 2 : points.length > 200 ? 3.5 : 6;
  const datasets = Object.entries(paints).map(([mode, paint]) => ({label: mode, data: points.filter((point) => point.item.statement.mode === mode),
    backgroundColor: `${paint}b0`, borderWidth: 0, pointRadius: size, pointHoverRadius: size + 2}));
  return new Chart(canvas, {
    type: 'scatter', data: {datasets},
    options: {
      animation: false, responsive: true, maintainAspectRatio: false, parsing: false, normalized: true,
      scales: {
        x: {min, max, grid: {color: line}, afterBuildTicks: wholeDays,
          ticks: {color: faint, maxRotation: 0, autoSkipPadding: 30, callback: (value) => new Date(value).toISOString().slice(0, 10)}},
        y: {min: -0.5, max: KINDS.length - 0.5, grid: {color: line}, afterBuildTicks: (axis) => { axis.ticks = KINDS.map((_, value) => ({value})); },
          ticks: {color: faint, callback: (value) => KINDS[value]}},
      },
      plugins: {legend: {labels: {color: faint, usePointStyle: true}}, tooltip: {callbacks: {label: ({raw}) =>
        `${raw.item.record.document.published} ${raw.item.record.document.outlet ?? ''}: ${contentOf(raw.item.statement).slice(0, 90)}`}}},
      onClick: (event, [hit]) => { if (hit) {
        const {record, statement} = datasets[hit.datasetIndex].data[hit.index].item;
        location.hash = `#doc/${record.document.id}@${statement.content[0].span.join('-')}`;
      } },
    },
  });
}
