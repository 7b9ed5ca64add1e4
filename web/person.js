// One actor of the database: what it said in time, where it changed position, and what it is bound to.

import {ask} from './api.js';
import {linkCard} from './archive.js';
import {element, plural, replace, tell} from './dom.js';
import {board} from './ledger.js';
import {statementCard} from './parts.js';
import {cardOf, itemOf, pages, query} from './stored.js';
import {timeline} from './timeline.js';

const MOST = 10000;  // points of the chart

async function draw(view, key) {
  const actor = await (await ask(`actors/${encodeURIComponent(key)}`)).json();
  const speaker = `#${key}`;
  const [rows, changes, ledger] = await Promise.all([pages('timeline', {speaker}, MOST),
    query('links', {speaker, kind: 'changes-position', limit: 100}), query('ledger', {speaker, limit: 200})]);
  const list = element('section');
  const drawList = (items) => replace(list, element('h2', {}, plural(items.length, 'statement')),
    items.slice(-200).reverse().map((item) => statementCard(item, false)));
  const items = rows.map(itemOf);
  drawList(items);
  replace(view, element('h1', {}, actor.name),
    element('p', {class: 'lead'}, [actor.kind, actor.country, plural(actor.statements, 'statement'), ...actor.names.filter((name) => name !== actor.name).slice(0, 6)].filter(Boolean).join(' · ')),
    timeline(items, drawList),
    changes.items.length > 0 && element('section', {}, element('h2', {}, 'Changed position'), changes.items.map(linkCard)),
    ledger.items.length > 0 && element('section', {}, element('h2', {}, 'Promised, asked, expected'), board(ledger.items.map(cardOf))),
    list);
}

export function show(view, key) {
  replace(view, element('h1', {}, '…'));
  draw(view, key).catch((error) => { replace(view, element('h1', {}, 'Not here')); tell(error.message, 'error'); });
  return {};
}
