// One article: its text with statements and ledger highlighted in place, and the statements beside it.

import {contentOf, find, keep, speakerOf} from './collection.js';
import {element, plural, replace, tell} from './dom.js';
import {chain, nothing, speakerChip} from './parts.js';
import {record as fetchRecord, store} from './stored.js';
import {byteOf, indexOfBytes, pieces} from './text.js';
import {exportBrat, judge, loadVerdicts, spansOf, verdictOf, verified} from './verdicts.js';

/** Every highlighted range of the text, in units of the string. */
function marksOf(record, index, target) {
  const marks = [];
  const add = (span, role, id) => marks.push({begin: index[span[0]], end: index[span[1]], role, id});
  for (const statement of record.statements) {
    if (verdictOf(record, statement)?.verdict === 'rejected') continue;
    for (const [role, spans] of Object.entries(spansOf(record, statement))) {
      for (const span of spans) add(span, role, statement.id);
    }
  }
  for (const entry of record.ledger) add(entry.action.span, 'ledger', entry.statement ?? entry.id);
  if (target && target[1] < index.length) add(target, 'passage', '');
  return marks;
}

function textOf(record, target) {
  const text = record.document.text ?? '';
  const index = indexOfBytes(text);
  return pieces(text.length, marksOf(record, index, target)).map(({begin, end, marks}) => {
    const words = text.slice(begin, end);
    if (marks.length === 0) return words;
    const roles = [...new Set(marks.map((mark) => mark.role))];
    const ids = [...new Set(marks.map((mark) => mark.id).filter(Boolean))];
    return element('span', {class: roles.join(' '), 'data-ids': ids.join(' ')}, words);
  });
}

/** The statement or entry that the pointer means: of several around a place, the innermost. */
function idAt(node) {
  const ids = node.closest?.('[data-ids]')?.dataset.ids.split(' ') ?? [];
  return ids[ids.length - 1];
}

function ledgerLines(record, statement) {
  return record.ledger.filter((entry) => entry.statement === statement.id).map((entry) =>
    element('p', {class: 'meta'}, [entry.act, entry.stage].filter(Boolean).join(', ') + ': ' + entry.action.text));
}

/** An article of the database, which is asked for it once. */
async function fetchStored(view, id) {
  const record = (await store()).database && id ? await fetchRecord(id).catch(() => undefined) : undefined;
  if (!record) {
    replace(view, element('h1', {}, 'Not here'), nothing('This page does not hold that article.'));
    return;
  }
  record.stored = true;
  await loadVerdicts(record);
  keep(record);
  dispatchEvent(new HashChangeEvent('hashchange'));  // so that the frame takes over its keys
}

export function show(view, id, target) {
  const record = find(id);
  if (!record) {
    replace(view, element('h1', {}, '…'));
    fetchStored(view, id).catch((error) => tell(error.message, 'error'));
    return {};
  }
  const {document: about} = record;
  const text = element('div', {class: 'text', lang: about.lang === 'en' ? 'en' : undefined});
  const list = element('div', {class: 'cards'});
  const count = element('span', {class: 'count', role: 'status'});
  const bar = element('div', {class: 'correct', hidden: true});
  let shown = [], current, correcting;

  const filter = element('input', {type: 'search', placeholder: 'Filter: speaker or words', 'aria-label': 'Filter', oninput: () => drawCards()});
  const mode = element('select', {'aria-label': 'Mode', onchange: () => drawCards()},
    ['all', 'direct', 'mixed', 'indirect'].map((name) => element('option', {value: name}, name)));

  function drawText() { replace(text, ...textOf(record, target)); }

  function card(statement) {
    const given = verdictOf(record, statement)?.verdict;
    const press = (verdict, word) => element('button', {type: 'button', 'aria-pressed': String(given === verdict),
      onclick: (event) => { event.stopPropagation(); verdict === 'corrected' ? startCorrecting(statement) : decide(statement, verdict); }}, word);
    return element('article', {class: `card ${given ?? ''} ${statement.inside ? 'inside' : ''}`, 'data-id': statement.id, tabindex: 0,
      onmouseenter: () => light(statement.id), onmouseleave: () => light(current?.id), onclick: () => choose(statement, false),
      onfocus: () => { if (current !== statement) choose(statement, true); }},
    speakerChip(record, statement),
    chain(record, statement),
    element('p', {class: 'said'}, contentOf(statement)),
    element('p', {class: 'meta'}, [statement.mode, statement.kind, `${Math.round(statement.confidence * 100)} % sure`,
      statement.inside && 'inside another'].filter(Boolean).join(' · ')),
    ledgerLines(record, statement),
    element('div', {class: 'verdict'}, press('accepted', 'Accept'), press('corrected', 'Correct'), press('rejected', 'Reject')));
  }

  function drawCards() {
    const wanted = filter.value.trim().toLowerCase();
    shown = record.statements.filter((statement) => (mode.value === 'all' || statement.mode === mode.value)
      && `${speakerOf(record, statement)} ${contentOf(statement)}`.toLowerCase().includes(wanted));
    replace(list, ...shown.map(card));
    count.textContent = `${shown.length} of ${plural(record.statements.length, 'statement')} · ${verified(record)} verified`;
    light(current?.id);
  }

  function light(id) {
    for (const span of text.querySelectorAll('[data-ids]')) {
      span.classList.toggle('on', Boolean(id) && span.dataset.ids.split(' ').includes(id));
    }
    for (const one of list.children) one.classList.toggle('on', one.dataset.id === id);
  }

  function choose(statement, scrollText) {
    current = statement;
    light(statement?.id);
    if (!statement) return;
    const smooth = {block: 'nearest', behavior: 'smooth'};
    list.querySelector(`[data-id="${statement.id}"]`)?.scrollIntoView(smooth);
    if (scrollText) text.querySelector(`.on`)?.scrollIntoView({...smooth, block: 'center'});
    const [begin, end] = spansOf(record, statement).content[0];
    history.replaceState(null, '', `#doc/${id}@${begin}-${end}`);
  }

  function step(by) {
    const at = shown.indexOf(current);
    const next = shown[Math.min(shown.length - 1, Math.max(0, at + by))];
    if (next) choose(next, true);
  }

  function decide(statement, verdict, spans) {
    judge(record, statement, verdict, spans);
    drawText();
    drawCards();
  }

  function startCorrecting(statement) {
    choose(statement, true);
    correcting = structuredClone(spansOf(record, statement));
    const role = (name, word, key) => element('button', {type: 'button', onclick: () => take(name)}, word, ' ', element('kbd', {}, key));
    replace(bar, element('span', {}, 'Select words of the article, then say what they are:'),
      role('source', 'Source', 's'), role('cue', 'Cue', 'u'), role('content', 'Content', 't'),
      element('button', {type: 'button', onclick: stopCorrecting}, 'Done ', element('kbd', {}, 'Esc')));
    bar.hidden = false;
  }

  function stopCorrecting() {
    correcting = undefined;
    bar.hidden = true;
  }

  function take(role) {
    const selection = getSelection();
    if (!correcting || selection.rangeCount === 0 || selection.isCollapsed || !text.contains(selection.anchorNode)
      || !text.contains(selection.focusNode)) {
      tell('Select some words of the article first.');
      return;
    }
    const range = selection.getRangeAt(0);
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(range.startContainer, range.startOffset);
    const begin = byteOf(about.text, before.toString().length);
    const end = begin + byteOf(range.toString(), range.toString().length);
    correcting[role] = [[begin, end]];
    selection.removeAllRanges();
    decide(current, 'corrected', correcting);
    tell(`The ${role} is now “${new TextDecoder().decode(new TextEncoder().encode(about.text).slice(begin, end))}”.`);
  }

  text.addEventListener('mouseover', (event) => light(idAt(event.target) ?? current?.id));
  text.addEventListener('mouseleave', () => light(current?.id));
  text.addEventListener('click', (event) => {
    const statement = record.statements.find((one) => one.id === idAt(event.target));
    if (statement && getSelection().isCollapsed) choose(statement, false);
  });

  replace(view, element('div', {class: 'doc'},
    element('header', {class: 'doc-head'},
      element('h1', {}, about.title ?? 'An article'),
      element('p', {}, [about.outlet, about.byline, about.published, plural(record.statements.length, 'statement'),
        record.ledger.length > 0 && plural(record.ledger.length, 'entry', 'entries') + ' of the ledger'].filter(Boolean).join(' · ')),
      element('p', {class: 'legend', 'aria-label': 'Legend'}, element('span', {class: 'source'}, 'source'), element('span', {class: 'cue'}, 'cue'),
        element('span', {class: 'content'}, 'content'), element('span', {class: 'ledger'}, 'promised, asked, expected'))),
    text,
    element('aside', {class: 'side', 'aria-label': 'Statements'},
      element('div', {class: 'filter'}, filter, mode, count,
        element('button', {type: 'button', class: 'quiet', title: 'Accepted and corrected statements, for training',
          onclick: () => exportBrat(record).catch((error) => tell(error.message, 'error'))}, 'brat ↓')),
      list)), bar);
  drawText();
  drawCards();
  if (target) {
    current = record.statements.find((statement) => spansOf(record, statement).content.some(([begin, end]) => begin === target[0] && end === target[1]));
    light(current?.id);
    (text.querySelector('.passage'))?.scrollIntoView({block: 'center'});
  }
  const keys = {j: () => step(1), k: () => step(-1), '/': () => filter.focus(), Escape: stopCorrecting,
    a: () => current && decide(current, 'accepted'), x: () => current && decide(current, 'rejected'),
    c: () => current && startCorrecting(current), s: () => correcting && take('source'), u: () => correcting && take('cue'),
    t: () => correcting && take('content')};
  return {keys};
}
