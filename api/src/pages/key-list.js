import { icon, make } from './dom.js';
import { makePressTwice } from './press-twice.js';

const kinds = { publishable: 'Publishable', secret: 'Secret' };
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** The keys that still open something. `revoke` is called with one of them, once it was meant twice. */
export function makeList(keys, revoke) {
  const valid = keys.filter(({ revokedAt }) => revokedAt === null);
  if (valid.length === 0) {
    const words = 'No keys yet. Your server needs a secret one to sign members in on your own pages.';
    return make('div', { class: 'aside' }, icon('key'), make('p', { class: 'quiet' }, words));
  }
  return make('ul', { class: 'keys' }, ...valid.map((key) => makeRow(key, revoke)));
}

function makeRow(key, revoke) {
  const { kind, label, allowedOrigins, createdAt, lastUsedAt } = key;
  const used = lastUsedAt ? `last used ${day.format(new Date(lastUsedAt))}` : 'never used';
  const facts = [label ? kinds[kind] : null, `created ${day.format(new Date(createdAt))}`, used];
  const hosts = allowedOrigins.map((origin) => origin.replace('https://', '')).join(', ');
  return make(
    'li',
    {},
    make(
      'div',
      { class: 'what' },
      make('p', { class: 'strong cut' }, label ?? kinds[kind]),
      hosts ? make('p', { class: 'small' }, hosts) : null,
      make('p', { class: 'quiet small' }, facts.filter(Boolean).join(' · ')),
    ),
    makePressTwice({ words: 'Revoke', meantWords: 'Revoke now', name: label ?? kinds[kind] }, () =>
      revoke(key),
    ),
  );
}
