import { make } from './dom.js';
import { fromLocal, toLocal } from './rules-fields.js';

/** The multipliers a creator plans here: a name, a factor and two times. Those with other conditions are kept as they are. */
export function makeBoosts(multipliers, onChange) {
  const list = make('ul', { class: 'boosts' });
  const others = multipliers.filter((multiplier) => !isPlain(multiplier));
  const add = (multiplier) => {
    const row = makeRow(multiplier, () => {
      row.remove();
      onChange();
    });
    list.append(row);
    return row;
  };
  for (const multiplier of multipliers.filter(isPlain)) add(multiplier);
  const button = make('button', { type: 'button' }, 'Add a boost');
  button.addEventListener('click', () => {
    add({ name: 'Double XP', factor: 2 }).querySelector('input').focus();
    onChange();
  });
  const element = make(
    'fieldset',
    {},
    make('legend', { class: 'strong small' }, 'Boosts'),
    make(
      'p',
      { class: 'quiet small' },
      'More XP for everybody, always or between two times, such as a double weekend.',
    ),
    list,
    make('div', { class: 'actions' }, button),
  );
  return { element, read: () => [...others, ...[...list.children].map(readRow)] };
}

function isPlain({ sources, experiences, products }) {
  return !sources && !experiences && !products;
}

function makeRow({ name, factor, startsAt, endsAt }, remove) {
  const field = (words, attributes) =>
    make(
      'label',
      { class: 'field' },
      make('span', { class: 'quiet small' }, words),
      make('input', attributes),
    );
  return make(
    'li',
    {},
    field('Name', { 'data-part': 'name', value: name, maxlength: '60', required: true }),
    field('Times', {
      'data-part': 'factor',
      type: 'number',
      min: '0.1',
      max: '100',
      step: '0.1',
      value: String(factor),
      required: true,
    }),
    field('From', { 'data-part': 'startsAt', type: 'datetime-local', value: toLocal(startsAt) }),
    field('Until', { 'data-part': 'endsAt', type: 'datetime-local', value: toLocal(endsAt) }),
    make('button', { type: 'button', onclick: remove, 'aria-label': `Remove ${name}` }, 'Remove'),
  );
}

function readRow(row) {
  const part = (name) => row.querySelector(`[data-part=${name}]`).value;
  const startsAt = fromLocal(part('startsAt'));
  const endsAt = fromLocal(part('endsAt'));
  return {
    name: part('name').trim(),
    factor: Number(part('factor')),
    ...(startsAt && { startsAt }),
    ...(endsAt && { endsAt }),
  };
}
