/** An element with attributes (`on…` are listeners, `true` and `false` switch) and children; text stays text. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (typeof value === 'boolean') element.toggleAttribute(name, value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

export const find = (selector) => document.querySelector(selector);

const svg = 'http://www.w3.org/2000/svg';

/** One of the few drawings of these pages, in the stroke of all others. */
export function icon(name) {
  const element = document.createElementNS(svg, 'svg');
  element.setAttribute('viewBox', '0 0 24 24');
  element.setAttribute('class', 'icon');
  element.setAttribute('aria-hidden', 'true');
  for (const d of drawings[name]) {
    const path = document.createElementNS(svg, 'path');
    path.setAttribute('d', d);
    element.append(path);
  }
  return element;
}

/** What stands in the place of something that could not be loaded. */
export function makeNotLoaded(words, retry) {
  return [
    make('div', { class: 'aside' }, icon('problem'), make('p', {}, words)),
    make('div', { class: 'actions' }, make('button', { type: 'button', onclick: retry }, 'Try again')),
  ];
}

const drawings = {
  lock: ['M6 11h12v9H6z', 'M8.5 11V8a3.5 3.5 0 0 1 7 0v3'],
  key: ['M14.5 13.5a4.5 4.5 0 1 0-4-4L4 16v4h4v-2.5h2.5V15z', 'M16 8h.01'],
  problem: ['M12 4 2.8 20h18.4z', 'M12 10v4', 'M12 17h.01'],
  offline: ['M5 12a10 10 0 0 1 14 0', 'M8.5 15.5a5 5 0 0 1 7 0', 'M12 19h.01', 'M4 4l16 16'],
};
