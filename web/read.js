// The view where articles are given: pasted, dropped or chosen.

import {post} from './api.js';
import {all, keep} from './collection.js';
import {element, plural, replace, tell} from './dom.js';

const HTML = /\.html?$/i;

function field(form, name) { return form.elements[name].value.trim(); }

/** What /read takes, without what was left empty. */
function article(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value));
}

async function readOne(values) {
  const record = await (await post('read', article(values))).json();
  keep(record);
  return record;
}

async function readFiles(files, common) {
  let last, failed = 0;
  for (const file of files) {
    const content = await file.text();
    const values = {...common, url: file.name, [HTML.test(file.name) ? 'html' : 'text']: content};
    try {
      last = await readOne(values);
    } catch (error) {
      ++failed;
      tell(`${file.name}: ${error.message}`, 'error');
    }
  }
  if (last && files.length === 1) location.hash = `#doc/${last.document.id}`;
  else if (files.length > failed) tell(`Read ${plural(files.length - failed, 'article')}.`);
}

function listing() {
  if (all().length === 0) return undefined;
  const rows = all().map((record) => element('tr', {},
    element('td', {}, element('a', {href: `#doc/${record.document.id}`},
      record.document.title || record.document.text?.trim().split('\n')[0].slice(0, 90) || 'An empty article')),
    element('td', {}, record.document.outlet ?? ''),
    element('td', {}, record.document.published ?? ''),
    element('td', {class: 'number'}, String(record.statements.length)),
    element('td', {class: 'number'}, String(record.ledger.length))));
  return element('section', {},
    element('h2', {}, 'Read so far'),
    element('table', {},
      element('thead', {}, element('tr', {}, element('th', {}, 'Article'), element('th', {}, 'Outlet'), element('th', {}, 'Day'),
        element('th', {class: 'number'}, 'Statements'), element('th', {class: 'number'}, 'Ledger'))),
      element('tbody', {}, rows)));
}

export function show(view) {
  const list = element('div');
  const refresh = () => replace(list, listing());
  const common = (form) => ({title: field(form, 'title'), outlet: field(form, 'outlet'), date: field(form, 'date')});
  const form = element('form', {class: 'drop', async onsubmit(event) {
    event.preventDefault();
    const button = form.querySelector('button.main');
    button.disabled = true;
    try {
      const record = await readOne({...common(form), text: form.elements.text.value});
      location.hash = `#doc/${record.document.id}`;
    } catch (error) {
      tell(error.message, 'error');
    } finally {
      button.disabled = false;
    }
  }},
  element('textarea', {name: 'text', required: true, 'aria-label': 'The article',
    placeholder: 'Paste an article here, or drop files: .txt and .html'}),
  element('div', {class: 'row'},
    element('label', {}, 'Title', element('input', {name: 'title'})),
    element('label', {}, 'Outlet', element('input', {name: 'outlet', autocomplete: 'organization'})),
    element('label', {}, 'Day of publication', element('input', {name: 'date', type: 'date'})),
    element('button', {class: 'main', type: 'submit'}, 'Read'),
    element('button', {type: 'button', onclick: () => chooser.click()}, 'Choose files …')));
  const chooser = element('input', {type: 'file', multiple: true, hidden: true, accept: '.txt,.md,.html,.htm',
    async onchange() { await readFiles([...chooser.files], common(form)); refresh(); }});
  form.addEventListener('dragover', (event) => { event.preventDefault(); form.classList.add('over'); });
  form.addEventListener('dragleave', () => form.classList.remove('over'));
  form.addEventListener('drop', async (event) => {
    event.preventDefault();
    form.classList.remove('over');
    const files = [...event.dataTransfer.files];
    if (files.length > 0) {
      await readFiles(files, common(form));
      refresh();
    } else {
      form.elements.text.value = event.dataTransfer.getData('text/plain');
    }
  });
  refresh();
  replace(view,
    element('h1', {}, 'Who said what, and what was promised'),
    element('p', {class: 'lead'}, 'Sayso reads an article and shows each statement with its speaker, the words that attribute it and ' +
      'the way it took to the page. Nothing leaves this machine’s server.'),
    form, chooser, list);
  form.elements.text.focus();
  return {};
}
