import { icon, make } from './dom.js';

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
    makeRevoke(label ?? kinds[kind], () => revoke(key)),
  );
}

/** A frame has no `confirm()`: the first press asks, the second one does it, and looking elsewhere takes it back. */
function makeRevoke(name, revoke) {
  const button = make('button', { type: 'button', 'aria-label': `Revoke ${name}` }, 'Revoke');
  let isMeant = false;
  const say = (words, meant) => {
    isMeant = meant;
    button.textContent = words;
    button.setAttribute('aria-label', `${words} ${name}`);
  };
  button.addEventListener('blur', () => isMeant && say('Revoke', false));
  button.addEventListener('click', async () => {
    if (!isMeant) return say('Revoke now', true);
    button.disabled = true;
    await revoke().catch(() => {
      button.disabled = false;
      say('Try again', true);
    });
  });
  return button;
}
