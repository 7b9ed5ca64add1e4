// The records that this page holds, in the order in which they came, and what is known across them.

const records = new Map();

export function keep(record) { records.set(record.document.id, record); }
export function all() { return [...records.values()]; }
export function find(id) { return records.get(id); }

/** Who an actor is across documents: the lexicon's id where there is one, else name and kind. */
export function keyOf(actor) {
  return actor.codes?.wikidata ?? `${actor.kind}:${actor.name.toLowerCase()}`;
}

export function actorOf(record, id) { return record.actors.find((actor) => actor.id === id); }

/** The name of who made a statement, else the words for the source, else that nobody is named. */
export function speakerOf(record, statement) {
  return actorOf(record, statement.source?.actor)?.name ?? statement.source?.text ?? 'nobody named';
}

export function contentOf(statement) { return statement.content.map((part) => part.text).join(' … '); }

/** Every statement of every record with its record. */
export function statements() {
  return all().flatMap((record) => record.statements.map((statement) => ({record, statement})));
}

/** Every actor that says, is told or is bound to something, with what it says and does; the most talkative first. */
export function actors() {
  const found = new Map();
  const of = (record, id) => {
    const actor = actorOf(record, id);
    if (!actor) return undefined;
    const key = keyOf(actor);
    if (!found.has(key)) found.set(key, {key, name: actor.name, kind: actor.kind, roles: new Set(), said: [], ledger: []});
    const entry = found.get(key);
    for (const role of actor.roles) entry.roles.add(role.text);
    return entry;
  };
  for (const record of all()) {
    for (const statement of record.statements) of(record, statement.source?.actor)?.said.push({record, statement});
    for (const entry of record.ledger) of(record, entry.actor)?.ledger.push({record, entry});
  }
  return [...found.values()].sort((a, b) => b.said.length - a.said.length || b.ledger.length - a.ledger.length
    || a.name.localeCompare(b.name));
}

/** The last day that a TIMEX3 value of the calendar covers, YYYY-MM-DD; undefined where it names no day, month or year. */
export function lastDay(value) {
  if (/^\d{4}-\d\d-\d\d/.test(value)) return value.slice(0, 10);
  const month = /^(\d{4})-(\d\d)$/.exec(value);
  if (month) return new Date(Date.UTC(+month[1], +month[2], 0)).toISOString().slice(0, 10);
  return /^\d{4}$/.test(value) ? `${value}-12-31` : undefined;
}

/** When an entry of the ledger is due: {words, day}; undefined without a deadline. */
export function dueOf(record, entry) {
  const time = record.times.find((known) => known.id === entry.deadline);
  if (!time) return undefined;
  return {words: time.text, day: /AFTER/.test(time.mod ?? '') ? undefined : lastDay(time.value)};
}
