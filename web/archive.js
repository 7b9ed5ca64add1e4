// The database: statements by words, speaker, outlet and day, outlets beside each other, links between articles, and the
// ledger by stage. The address holds the question, so that an answer can be sent to others.

import {columns} from './compare.js';
import {element, plural, replace, tell} from './dom.js';
import {board} from './ledger.js';
import {chip, originOf, passage, statementCard} from './parts.js';
import {cardOf, itemOf, query, store} from './stored.js';

const SHOWN = [['statements', 'Statements'], ['outlets', 'Outlets side by side'], ['links', 'Links'], ['ledger', 'Ledger'], ['actors', 'Actors']];
const FIELDS = [['about', 'Words', 'search'], ['speaker', 'Speaker', 'search'], ['outlet', 'Outlet', 'search'], ['since', 'Since', 'date'], ['until', 'Until', 'date']];

/** One side of a link: a statement or an entry of the ledger. */
function side(row) {
  const words = row.action ?? row.passage ?? row.content[0];
  const said = row.passage ? `${row.passage.text}${row.stage ? ` (${row.stage})` : ''}` : row.action ? `${row.act}: ${row.action.text}${row.stage ? ` (${row.stage})` : ''}` : row.content.map((part) => part.text).join(' … ');
  return element('div', {class: 'side-of-link'},
    !row.passage && element('strong', {}, row.actor?.name ?? row.speaker ?? row.source?.text ?? 'nobody named'),
    element('p', {class: 'said'}, said),
    element('p', {class: 'meta'}, passage({document: row.document}, words.span, originOf({document: row.document}))));
}

export function linkCard(link) {
  return element('article', {class: `card link ${link.kind}`},
    element('p', {class: 'due'}, `${link.kind} · ${Math.round(link.confidence * 100)} %`), side(link.later), side(link.earlier));
}

function more(page, draw) {
  return page.next && element('button', {type: 'button', onclick: draw}, 'More');
}

/** Draws pages of an answer one below another. */
async function list(place, path, question, draw) {
  const items = element('div'), foot = element('div', {class: 'row'});
  replace(place, items, foot);
  let after, count = 0;
  const next = async () => {
    const page = await query(path, {...question, after});
    after = page.next;
    count += page.items.length;
    items.append(...page.items.map(draw));
    replace(foot, element('span', {class: 'count', role: 'status'}, count > 0 ? plural(count, 'found', 'found') : 'Nothing was found.'), more(page, next));
  };
  await next();
}

const draws = {
  statements: (place, question) => list(place, 'statements', question, (row) => statementCard(itemOf(row))),
  links: (place, question) => list(place, 'links', {...question, limit: 100}, linkCard),
  outlets: async (place, question) => {
    const {items} = await query('statements', {...question, limit: 1000});
    replace(place, columns(items.map(itemOf), (question.about ?? '').toLowerCase().replace(/["*]/g, '').split(/\s+/).filter(Boolean)));
  },
  ledger: async (place, question) => {
    const {items} = await query('ledger', {...question, limit: 1000});
    replace(place, board(items.map(cardOf)));
  },
  actors: async (place, question) => {
    const {items} = await query('actors', {speaker: question.speaker, limit: 200});
    replace(place, element('table', {}, element('thead', {}, element('tr', {}, ['Name', 'Kind', 'First', 'Last'].map((word) => element('th', {}, word)),
      ['Statements', 'Ledger'].map((word) => element('th', {class: 'number'}, word)))),
    element('tbody', {}, items.map((actor) => element('tr', {},
      element('td', {}, chip(actor.name, actor.key, 'person')), element('td', {}, actor.kind), element('td', {}, actor.first ?? ''), element('td', {}, actor.last ?? ''),
      element('td', {class: 'number'}, actor.statements.toLocaleString('en')), element('td', {class: 'number'}, actor.entries.toLocaleString('en')))))));
  },
};

export function show(view, address = '') {
  const asked = new URLSearchParams(address);
  const shown = SHOWN.some(([name]) => name === asked.get('show')) ? asked.get('show') : 'statements';
  const place = element('section', {'aria-label': SHOWN.find(([name]) => name === shown)[1]});
  const given = (form) => Object.fromEntries(FIELDS.map(([name]) => [name, form.elements[name].value.trim()]).filter(([, value]) => value));
  const go = (question, what) => { location.hash = `#archive/${encodeURIComponent(new URLSearchParams({...question, show: what}))}`; };
  const form = element('form', {class: 'row question', role: 'search', onsubmit: (event) => { event.preventDefault(); go(given(form), shown); }},
    FIELDS.map(([name, word, type]) => element('label', {}, word, element('input', {name, type, value: asked.get(name) ?? undefined}))),
    shown === 'ledger' && element('label', {class: 'check'}, element('input', {name: 'overdue', type: 'checkbox', checked: asked.get('overdue') === 'true',
      onchange: (event) => go({...given(form), ...(event.target.checked ? {overdue: true} : {})}, 'ledger')}), 'only overdue'),
    element('button', {class: 'main', type: 'submit'}, 'Find'));
  const tabs = element('nav', {class: 'tabs', 'aria-label': 'What is shown'}, SHOWN.map(([name, word]) =>
    element('a', {href: `#archive/${encodeURIComponent(new URLSearchParams({...Object.fromEntries(asked), show: name}))}`, 'aria-current': name === shown ? 'page' : undefined}, word)));
  const lead = element('p', {class: 'lead'});
  store().then((counts) => { lead.textContent = `${plural(counts.documents, 'article')}, ${plural(counts.statements, 'statement')}, ` +
    `${plural(counts.entries, 'entry', 'entries')} of the ledger.`; }, () => {});
  replace(view, element('h1', {}, 'Archive'), lead, form, tabs, place);
  const question = Object.fromEntries([...asked].filter(([name]) => FIELDS.some(([known]) => known === name) || (name === 'overdue' && shown === 'ledger')));
  draws[shown](place, question).catch((error) => tell(error.message, 'error'));
  return {keys: {'/': () => form.elements.about.focus()}};
}
