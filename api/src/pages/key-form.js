import { make } from './dom.js';

/** Asks what a new key is for. `create` is called with the API's words; what it throws is shown beside the field. */
export function makeForm(create, cancel) {
  const origins = makeField(
    'textarea',
    { name: 'origins', rows: '2', placeholder: 'https://example.com', spellcheck: 'false' },
    ['Your pages', 'One address on each line.'],
  );
  const label = makeField('input', { name: 'label', maxlength: '100', placeholder: 'My shop' }, [
    'Name',
    'So that you find it again.',
  ]);
  const problem = make('p', { class: 'problem', role: 'alert' });
  const submit = make('button', { class: 'primary' }, 'Create key');
  const form = make(
    'form',
    { novalidate: true },
    makeKinds((kind) => (origins.hidden = kind !== 'publishable')),
    label,
    origins,
    problem,
    make('div', { class: 'actions' }, submit, make('button', { type: 'button', onclick: cancel }, 'Cancel')),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    problem.textContent = '';
    submit.disabled = true;
    const wrong = await create(read(form)).catch((error) => error);
    submit.disabled = false;
    if (wrong) problem.textContent = wordsFor(wrong);
  });
  return form;
}

function makeKinds(onChange) {
  const choice = (kind, name, use, checked) =>
    make(
      'label',
      { class: 'choice' },
      make('input', { type: 'radio', name: 'kind', value: kind, checked, onchange: () => onChange(kind) }),
      make('span', {}, make('span', { class: 'strong' }, name), make('span', { class: 'quiet small' }, use)),
    );
  return make(
    'fieldset',
    {},
    make('legend', { class: 'unseen' }, 'What the key is for'),
    choice('publishable', 'Publishable', 'For your pages. Reads what is public.', true),
    choice('secret', 'Secret', 'For your server. Signs your members in.', false),
  );
}

function makeField(tag, attributes, [name, hint]) {
  const id = `key-${attributes.name}`;
  return make(
    'div',
    { class: 'field' },
    make('label', { for: id, class: 'strong' }, name),
    make('p', { id: `${id}-hint`, class: 'quiet small' }, hint),
    make(tag, { ...attributes, id, 'aria-describedby': `${id}-hint` }),
  );
}

function read(form) {
  const { kind, label, origins } = Object.fromEntries(new FormData(form));
  const named = label.trim() ? { label: label.trim() } : {};
  if (kind === 'secret') return { kind, ...named };
  return { kind, ...named, allowedOrigins: origins.split(/\s+/).filter(Boolean).map(toOrigin) };
}

/** Of a whole address its origin, which is all that browsers tell; what is none stays, and the API says so. */
function toOrigin(text) {
  const address = /^[\w.-]+(:\d+)?(\/|$)/.test(text) ? `https://${text}` : text;
  return URL.canParse(address) ? new URL(address).origin : text;
}

function wordsFor({ code, errors = [] }) {
  if (errors.some(({ path }) => path.startsWith('allowedOrigins'))) {
    return 'Name at least one of your pages, such as https://example.com.';
  }
  return code === 'forbidden'
    ? 'Only the owner can make keys.'
    : 'The key could not be made. Try again in a moment.';
}
