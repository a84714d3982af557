import { askAbout } from './api.js';
import { copyText } from './copy.js';
import { find, icon, make, makeNotLoaded } from './dom.js';
import { makeForm } from './key-form.js';
import { makeList } from './key-list.js';

/** The community's keys: a list, a form for a new one, and the one time that a new one is told. */
export async function showKeys(communityId, getToken) {
  const card = find('#keys');
  const call = askAbout('keys', communityId, getToken);

  async function showAll() {
    try {
      const { keys } = await call('');
      const revoke = async ({ keyId }) => {
        await call(`/${encodeURIComponent(keyId)}`, { method: 'DELETE' });
        await showAll();
      };
      const add = make('button', { type: 'button', class: 'primary', onclick: showForm }, 'Create key');
      card.replaceChildren(makeList(keys, revoke), make('div', { class: 'actions' }, add));
    } catch (error) {
      card.replaceChildren(
        ...(error.code === 'forbidden'
          ? ownersOnly()
          : makeNotLoaded('Your keys could not be loaded.', showAll)),
      );
    }
  }

  function showForm() {
    const create = async (wanted) => showNew(await call('', { method: 'POST', body: wanted }));
    const form = makeForm(create, showAll);
    card.replaceChildren(form);
    form.querySelector('input').focus();
  }

  function showNew({ key }) {
    const copy = make('button', { type: 'button', class: 'primary' }, 'Copy key');
    copy.addEventListener('click', () => copyText(key, copy));
    const done = make('button', { type: 'button', onclick: showAll }, 'Done');
    card.replaceChildren(
      make('p', { class: 'strong', role: 'status' }, 'Copy your key now. You will not see it again.'),
      make('pre', { class: 'whole', 'aria-label': 'Your new key' }, make('code', { id: 'new-key' }, key)),
      make('div', { class: 'actions' }, copy, done),
    );
    copy.focus();
  }

  await showAll();
}

function ownersOnly() {
  const words = 'Only the owner of this community can see and make keys. Ask them to open this page.';
  return [make('div', { class: 'aside' }, icon('lock'), make('p', { class: 'quiet' }, words))];
}
