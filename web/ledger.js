// The ledger as a board: a column for each stage and one for what has none yet ("open"), what is overdue first, then by the day it is due.

import {actorOf, all, dueOf, keyOf} from './collection.js';
import {element, replace} from './dom.js';
import {chip, nothing, originOf, passage} from './parts.js';

const STAGES = ['floated', 'planned', 'pledged', 'agreed', 'allocated', 'delivered', 'done', 'failed'];
const OPEN = new Set(['open', 'floated', 'planned', 'pledged', 'agreed', 'allocated']);

function entries() {
  const today = new Date().toISOString().slice(0, 10);
  return all().flatMap((record) => record.ledger.map((entry) => {
    const due = dueOf(record, entry), stage = entry.stage ?? 'open';
    const actor = actorOf(record, entry.actor);
    return {record, entry, actor, key: actor && keyOf(actor), to: actorOf(record, entry.to), stage, due, overdue: Boolean(due?.day) && due.day < today && OPEN.has(stage)};
  }));
}

function card({record, entry, actor, key, to, due, overdue}) {
  return element('article', {class: `card ${overdue ? 'overdue' : ''}`},
    due && element('p', {class: 'due'}, overdue ? 'overdue since ' : 'due ', due.day ?? due.words),
    chip(actor?.name ?? 'nobody named', key),
    element('p', {class: 'said'}, passage(record, entry.action.span, entry.action.text)),
    element('p', {class: 'meta'}, [entry.act, to && `→ ${to.name}`, entry.condition?.text, ...entry.amount.map((amount) => amount.text),
      entry.outcome?.text].filter(Boolean).join(' · ')),
    element('p', {class: 'meta'}, originOf(record)));
}

/** A column for each stage, what is overdue first in each. */
export function board(cards) {
  const ordered = [...cards].sort((a, b) => b.overdue - a.overdue || (a.due?.day ?? '9').localeCompare(b.due?.day ?? '9'));
  return element('div', {class: 'board'}, ['open', ...STAGES].map((stage) => [stage, ordered.filter((one) => one.stage === stage)])
    .filter(([, list]) => list.length > 0).map(([stage, list]) => element('section', {'aria-label': stage},
      element('h2', {}, stage, element('span', {class: 'count'}, String(list.length))), list.slice(0, 200).map(card))));
}

export function show(view) {
  const everything = entries();
  if (everything.length === 0) {
    replace(view, element('h1', {}, 'Ledger'), nothing('Nothing was promised, asked or expected yet.'));
    return {};
  }
  const place = element('div');
  const filter = element('input', {type: 'search', placeholder: 'Who or what', 'aria-label': 'Filter', oninput: () => draw()});
  const draw = () => {
    const wanted = filter.value.trim().toLowerCase();
    replace(place, board(everything.filter(({actor, entry}) => `${actor?.name} ${entry.action.text} ${entry.act}`.toLowerCase().includes(wanted))));
  };
  draw();
  replace(view, element('h1', {}, 'Ledger'),
    element('p', {class: 'lead'}, 'What was promised, asked, refused or expected, by how far it has come.'),
    element('div', {class: 'row'}, filter), place);
  return {keys: {'/': () => filter.focus()}};
}
