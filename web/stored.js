// The database behind the server: what it holds, and its answers in the form that the views know.

import {ask, post} from './api.js';

let known;
/** {database, documents, statements, entries, events}; asked once. */
export function store() {
  known ??= ask('store').then((answer) => answer.json());
  return known;
}

/** The answer at a path with conditions, those that are empty left out. */
export async function query(path, conditions) {
  const given = Object.entries(conditions).filter(([, value]) => value !== undefined && value !== '');
  return (await ask(`${path}?${new URLSearchParams(given)}`)).json();
}

/** All items of a list that comes in pages, at most `most`. */
export async function pages(path, conditions, most) {
  const items = [];
  let after;
  do {
    const page = await query(path, {...conditions, limit: Math.min(1000, most - items.length), after});
    items.push(...page.items);
    after = page.next;
  } while (after && items.length < most);
  return items;
}

/** A statement of the database as one of a record: {record, statement}. */
export function itemOf(row) {
  return {
    record: {document: row.document, actors: []},
    statement: {...row, source: {text: row.speaker ?? row.source?.text}, chain: row.chain.map((hop) => ({relation: hop.relation, text: hop.name}))},
  };
}

/** An entry of the database's ledger as a card of the board. */
export function cardOf(entry) {
  return {
    entry: {...entry, amount: entry.amount ?? []}, record: {document: entry.document}, actor: entry.actor, to: entry.to,
    stage: entry.latest_stage ?? entry.stage ?? 'open', overdue: Boolean(entry.overdue),
    due: entry.deadline && {day: entry.deadline.day, words: entry.deadline.text},
  };
}

export async function record(id) { return (await ask(`documents/${encodeURIComponent(id)}`)).json(); }

export async function verdicts(id) { return (await (await ask(`documents/${encodeURIComponent(id)}/verdicts`)).json()).items; }

export function keepVerdict(id, verdict) { return post(`documents/${encodeURIComponent(id)}/verdicts`, verdict); }
