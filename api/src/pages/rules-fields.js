import { make } from './dom.js';

/** A labelled field; `hint` stands below the label. */
export function makeField(name, label, control, hint) {
  const id = `rules-${name}`;
  control.id = id;
  control.name = name;
  if (hint) control.setAttribute('aria-describedby', `${id}-hint`);
  return make(
    'div',
    { class: 'field' },
    make('label', { for: id, class: 'strong small' }, label),
    control,
    hint ? make('p', { id: `${id}-hint`, class: 'quiet small' }, hint) : null,
  );
}

export function makeNumber(value, { min = 0, max = 1_000_000 } = {}) {
  return make('input', {
    type: 'number',
    inputmode: 'numeric',
    min,
    max,
    step: '1',
    value: String(value),
    required: true,
  });
}

export function makeSelect(options, chosen) {
  return make(
    'select',
    {},
    ...options.map(([value, words]) => make('option', { value, selected: value === chosen }, words)),
  );
}

/** A moment as a field of the browser's own clock shows it, and back. */
export const toLocal = (iso) => {
  if (!iso) return '';
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};
export const fromLocal = (text) => (text ? new Date(text).toISOString() : undefined);
