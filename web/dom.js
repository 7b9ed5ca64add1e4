// Building the page. Text only ever becomes text: nothing here parses HTML.

/** element('p', {class: 'x', onclick: f}, 'words', other element, ...) */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
  return made;
}

export function replace(parent, ...children) {
  parent.replaceChildren(...children.flat().filter((child) => child));
}

let hide;
/** Shows a sentence for some seconds; it is read out too. */
export function tell(sentence, kind = 'info') {
  const place = document.getElementById('message');
  place.textContent = sentence;
  place.className = `shown ${kind}`;
  clearTimeout(hide);
  hide = setTimeout(() => { place.className = ''; }, 6000);
}

export function plural(count, one, many = `${one}s`) {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
