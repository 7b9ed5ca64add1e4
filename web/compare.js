// One matter in several outlets, side by side: whom each lets speak about it, and in what words.

import {contentOf, statements, speakerOf} from './collection.js';
import {element, plural, replace} from './dom.js';
import {nothing, statementCard} from './parts.js';

/** Marks the words looked for in what was said. */
function mark(node, words) {
  const said = node.querySelector('.said');
  const text = said.textContent, lower = text.toLowerCase();
  const parts = [];
  let at = 0;
  while (at < text.length) {
    const hits = words.map((word) => [lower.indexOf(word, at), word.length]).filter(([place]) => place >= 0).sort(([a], [b]) => a - b);
    if (hits.length === 0) break;
    const [place, length] = hits[0];
    parts.push(text.slice(at, place), element('mark', {}, text.slice(place, place + length)));
    at = place + length;
  }
  said.replaceChildren(...parts, text.slice(at));
  return node;
}

/** A column for each outlet, the words looked for marked. */
export function columns(items, words) {
  const outlets = new Map();
  for (const item of items) {
    const outlet = item.record.document.outlet ?? 'no outlet';
    outlets.set(outlet, [...(outlets.get(outlet) ?? []), item]);
  }
  if (outlets.size === 0) return element('p', {class: 'faint'}, 'No statement has all these words.');
  return element('div', {class: 'columns'}, [...outlets].sort(([a], [b]) => a.localeCompare(b)).map(([outlet, list]) => {
    const speakers = new Set(list.map(({record, statement}) => speakerOf(record, statement)));
    return element('section', {'aria-label': outlet}, element('h2', {}, outlet),
      element('p', {class: 'count'}, `${plural(list.length, 'statement')} of ${plural(speakers.size, 'speaker')}`),
      list.slice(0, 100).map((item) => mark(statementCard(item), words)));
  }));
}

export function show(view) {
  const everything = statements();
  if (everything.length === 0) {
    replace(view, element('h1', {}, 'Compare'), nothing('There is nothing to compare yet.'));
    return {};
  }
  const place = element('div');
  const filter = element('input', {type: 'search', size: 32, placeholder: 'A matter: ceasefire, budget …', 'aria-label': 'Matter', oninput: () => draw()});
  const draw = () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const all = (item) => { const said = contentOf(item.statement).toLowerCase(); return words.every((word) => said.includes(word)); };
    replace(place, columns(everything.filter(all), words));
  };
  draw();
  replace(view, element('h1', {}, 'Compare outlets'), element('p', {class: 'lead'}, 'Who is heard on one matter, outlet beside outlet.'),
    element('div', {class: 'row'}, filter), place);
  return {keys: {'/': () => filter.focus()}};
}
