// The page's frame: which view an address means, the keys, and the theme.

import * as actors from './actors.js';
import * as archive from './archive.js';
import * as article from './article.js';
import * as compare from './compare.js';
import {all} from './collection.js';
import {element, replace} from './dom.js';
import * as ledger from './ledger.js';
import * as person from './person.js';
import * as read from './read.js';
import {store} from './stored.js';

const VIEWS = [['read', 'Read'], ['doc', 'Article'], ['actors', 'Actors'], ['ledger', 'Ledger'], ['compare', 'Compare']];
let keys = {}, latest, shown;

/** `doc/ID@begin-end` of the address: the view's name, what it is of, and the passage. */
function place() {
  const [, name, id, begin, end] = /^#(\w+)(?:\/([^@]+))?(?:@(\d+)-(\d+))?$/.exec(location.hash) ?? [];
  let decoded = id;
  try { decoded = id && decodeURIComponent(id); } catch { decoded = undefined; }
  return {name: name ?? 'read', id: decoded, target: begin && [Number(begin), Number(end)]};
}

function drawNavigation() {
  replace(document.getElementById('nav'), ...VIEWS.map(([key, word]) => element('a', {
    href: key === 'doc' && latest ? `#doc/${latest}` : `#${key}`, 'aria-current': key === shown ? 'page' : undefined}, word)));
}

function draw() {
  const view = document.getElementById('view');
  const {name, id, target} = place();
  if (name === 'doc') latest = id ?? latest;
  const shows = {
    doc: () => article.show(view, id ?? latest ?? all().at(-1)?.document.id, target),
    actors: () => actors.showAll(view), actor: () => actors.show(view, id),
    archive: () => archive.show(view, id), person: () => person.show(view, id),
    ledger: () => ledger.show(view), compare: () => compare.show(view), read: () => read.show(view),
  };
  keys = (shows[name] ?? shows.read)().keys ?? {};
  shown = {actor: 'actors', person: 'archive'}[name] ?? (shows[name] ? name : 'read');
  drawNavigation();
  document.title = `${document.querySelector('main h1')?.textContent ?? ''} · Sayso`;
  if (!target) scrollTo(0, 0);
}

function setTheme(theme) { document.documentElement.dataset.theme = theme; }

const wishes = matchMedia('(prefers-color-scheme: dark)');
setTheme(localStorage.getItem('sayso-theme') ?? (wishes.matches ? 'dark' : 'light'));
document.getElementById('theme').addEventListener('click', () => {
  const theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
  localStorage.setItem('sayso-theme', theme);
  setTheme(theme);
  if (['actor', 'person'].includes(place().name)) draw();  // the chart has its colours from the theme
});
document.getElementById('help').addEventListener('click', () => document.getElementById('keys').showModal());

addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, textarea, select, dialog');
  if (event.key === 'Escape' && typing && !event.target.closest('dialog')) typing.blur();
  if (event.ctrlKey || event.metaKey || event.altKey || (typing && event.key !== 'Escape')) return;
  const view = VIEWS[Number(event.key) - 1];
  const does = event.key === '?' ? () => document.getElementById('keys').showModal() : view ? () => { location.hash = `#${view[0]}`; } : keys[event.key];
  if (!does) return;
  event.preventDefault();
  does();
});
addEventListener('hashchange', draw);
draw();
store().then((counts) => {
  if (!counts.database) return;
  VIEWS.push(['archive', 'Archive']);
  drawNavigation();
}, () => {});  // the view that needs it tells what is wrong
