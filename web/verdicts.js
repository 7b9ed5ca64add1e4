// What a person says of statements: right, wrong, or with other words. Kept in the database where the article is of it, else
// while the page is open; exported as brat.

import {post} from './api.js';
import {tell} from './dom.js';
import {keepVerdict, verdicts as storedVerdicts} from './stored.js';

const verdicts = new Map();  // document id -> statement id -> {verdict, spans}
let unsaved = false;

export function verdictOf(record, statement) { return verdicts.get(record.document.id)?.get(statement.id); }

/** From where its content begins to where it ends: by this the database knows a statement. */
function placeOf(statement) { return [statement.content[0].span[0], statement.content[statement.content.length - 1].span[1]]; }

function verdictsOf(id) {
  if (!verdicts.has(id)) verdicts.set(id, new Map());
  return verdicts.get(id);
}

export function judge(record, statement, verdict, spans) {
  verdictsOf(record.document.id).set(statement.id, {verdict, spans});
  if (!record.stored) {
    unsaved = true;
    return;
  }
  keepVerdict(record.document.id, {statement: placeOf(statement), verdict, ...spansOf(record, statement)})
    .catch((error) => { unsaved = true; tell(`Not kept: ${error.message}`, 'error'); });
}

/** Takes over what the database has of a record's statements. */
export async function loadVerdicts(record) {
  const stored = new Map((await storedVerdicts(record.document.id)).map((one) => [String(one.statement), one]));
  for (const statement of record.statements) {
    const one = stored.get(String(placeOf(statement)));
    if (one) verdictsOf(record.document.id).set(statement.id, {verdict: one.verdict, spans: {source: one.source, cue: one.cue, content: one.content}});
  }
}

/** The spans of a statement by role, corrected ones where there are such: {source, cue, content}, each a list. */
export function spansOf(record, statement) {
  const corrected = verdictOf(record, statement)?.spans ?? {};
  return {
    source: corrected.source ?? (statement.source ? [statement.source.span] : []),
    cue: corrected.cue ?? (statement.cue ? [statement.cue.span] : []),
    content: corrected.content ?? statement.content.map((part) => part.span),
  };
}

/** How many statements of a record were accepted or corrected. */
export function verified(record) {
  return record.statements.filter((statement) => ['accepted', 'corrected'].includes(verdictOf(record, statement)?.verdict)).length;
}

/** Downloads the accepted and corrected statements, as brat's .ann for the article's text. */
export async function exportBrat(record) {
  const kept = record.statements.filter((statement) => ['accepted', 'corrected'].includes(verdictOf(record, statement)?.verdict));
  const attributions = kept.map((statement) => spansOf(record, statement));
  const ann = await (await post('brat', {text: record.document.text, attributions})).text();
  const name = record.document.id.slice(0, 12);
  download(`${name}_hand.ann`, ann);
  download(`${name}.txt`, record.document.text);
  unsaved = false;
}

function download(name, content) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], {type: 'text/plain'}));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

addEventListener('beforeunload', (event) => { if (unsaved) event.preventDefault(); });
