// Who speaks across the articles, and each one's statements in time.

import {actors, dueOf} from './collection.js';
import {element, plural, replace} from './dom.js';
import {chip, nothing, originOf, passage, statementCard} from './parts.js';
import {timeline} from './timeline.js';

export function showAll(view) {
  const everyone = actors().filter((actor) => actor.said.length + actor.ledger.length > 0);
  if (everyone.length === 0) {
    replace(view, element('h1', {}, 'Actors'), nothing('Nobody has said anything yet.'));
    return {};
  }
  const body = element('tbody');
  const filter = element('input', {type: 'search', placeholder: 'Name', 'aria-label': 'Filter by name', oninput: () => draw()});
  const draw = () => replace(body, ...everyone.filter((actor) => actor.name.toLowerCase().includes(filter.value.trim().toLowerCase()))
    .map((actor) => element('tr', {},
      element('td', {}, chip(actor.name, actor.key)),
      element('td', {class: 'hide-small'}, actor.kind),
      element('td', {class: 'hide-small'}, [...actor.roles].slice(0, 3).join(', ')),
      element('td', {class: 'number'}, String(actor.said.length)),
      element('td', {class: 'number'}, String(actor.ledger.length)))));
  draw();
  replace(view, element('h1', {}, 'Actors'), element('div', {class: 'row'}, filter),
    element('table', {}, element('thead', {}, element('tr', {}, element('th', {}, 'Name'), element('th', {class: 'hide-small'}, 'Kind'),
      element('th', {class: 'hide-small'}, 'Roles'), element('th', {class: 'number'}, 'Statements'), element('th', {class: 'number'}, 'Ledger'))), body));
  return {keys: {'/': () => filter.focus()}};
}

export function show(view, key) {
  const actor = actors().find((known) => known.key === key);
  if (!actor) {
    replace(view, element('h1', {}, 'Not here'), nothing('No article names that actor.'));
    return {};
  }
  const byDay = (a, b) => (b.record.document.published ?? '').localeCompare(a.record.document.published ?? '');
  const list = element('section');
  const draw = (items) => replace(list, element('h2', {}, plural(items.length, 'statement')),
    ...items.slice(0, 200).map((item) => statementCard(item, false)));
  const said = [...actor.said].sort(byDay);
  draw(said);
  replace(view,
    element('h1', {}, actor.name),
    element('p', {class: 'lead'}, [actor.kind, ...actor.roles].join(' · ')),
    timeline(said, draw),
    actor.ledger.length > 0 && element('section', {}, element('h2', {}, 'Promised, asked, expected'),
      element('table', {}, element('tbody', {}, actor.ledger.map(({record, entry}) => element('tr', {},
        element('td', {class: 'due'}, dueOf(record, entry)?.day ?? dueOf(record, entry)?.words ?? ''),
        element('td', {}, [entry.act, entry.stage].filter(Boolean).join(', ')),
        element('td', {}, passage(record, entry.action.span, entry.action.text)),
        element('td', {class: 'hide-small faint'}, originOf(record))))))),
    list);
  return {};
}
