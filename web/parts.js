// Pieces that several views show alike.

import {element} from './dom.js';
import {actorOf, contentOf, keyOf, speakerOf} from './collection.js';

const RELATIONS = {'said-on': 'on', 'reported-by': 'reported by', citing: 'citing', 'confirmed-by': 'confirmed by', 'published-by': 'in'};

function initials(name) {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word) && !/^(the|a|an|of)$/i.test(word));
  return (words.length > 1 ? words[0][0] + words[words.length - 1][0] : (words[0] ?? '?').slice(0, 2)).toUpperCase();
}

/** The name of an actor, as a link to what it said: in this tab, or as a `person` of the database. */
export function chip(name, key, view = 'actor') {
  return element(key ? 'a' : 'span', {class: 'chip', href: key && `#${view}/${encodeURIComponent(key)}`},
    element('i', {'aria-hidden': 'true'}, initials(name)), name);
}

export function speakerChip(record, statement) {
  const actor = actorOf(record, statement.source?.actor);
  return chip(speakerOf(record, statement), actor && keyOf(actor));
}

/** Through whom a statement reached the page, as breadcrumbs from the speaker on; nothing where nobody stands between. */
export function chain(record, statement) {
  if (statement.chain.length === 0) return undefined;
  const hops = statement.chain.map((hop) => element('li', {},
    `${RELATIONS[hop.relation]} ${actorOf(record, hop.actor)?.name ?? hop.text}`));
  return element('ol', {class: 'chain', 'aria-label': 'Through whom'}, hops);
}

/** A link to the words of a record. */
export function passage(record, span, ...words) {
  return element('a', {href: `#doc/${record.document.id}@${span[0]}-${span[1]}`}, ...words);
}

export function originOf(record) {
  return [record.document.outlet, record.document.published].filter(Boolean).join(' · ') || record.document.title || 'an article';
}

/** A statement on a card of a list that is not its article's. */
export function statementCard(item, withSpeaker = true) {
  const {record, statement} = item;
  return element('article', {class: 'card'},
    withSpeaker && speakerChip(record, statement),
    element('p', {class: 'said'}, contentOf(statement)),
    element('p', {class: 'meta'}, [statement.mode, statement.kind].join(' · '), ' · ',
      passage(record, statement.content[0].span, originOf(record))));
}

/** What a view shows that has nothing to show. */
export function nothing(sentence) {
  return element('p', {class: 'lead'}, sentence, ' ', element('a', {href: '#read'}, 'Read an article'), ' first.');
}
