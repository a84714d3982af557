import { askAbout } from './api.js';
import { find, make, makeNotLoaded } from './dom.js';
import { makeRulesForm } from './rules-form.js';
import { makeHistory } from './rules-history.js';
import { makePreview } from './rules-preview.js';

/** What the community is worth and who sees it: a form, what saving would change, and every earlier version. */
export async function showRules(communityId, getToken) {
  const card = find('#rules');
  const call = askAbout('config', communityId, getToken);

  async function showForm(words) {
    try {
      const [config, { versions }] = await Promise.all([call(''), call('/versions')]);
      const result = make('div', { class: 'result', 'aria-live': 'polite' });
      if (words) result.append(make('p', { class: 'strong', role: 'status' }, words));
      const preview = async (change) => {
        result.replaceChildren(make('p', { class: 'quiet' }, 'Playing the last 30 days again…'));
        const body = { ...change, version: config.version };
        result.replaceChildren(makePreview(await call('/preview', { method: 'POST', body })));
      };
      const save = async (change) => {
        const { version } = await call('', { method: 'PUT', body: { ...change, version: config.version } });
        await showForm(`Saved as version ${version}.`);
      };
      const restore = async ({ version: to }) => {
        await call('/rollback', { method: 'POST', body: { version: config.version, to } });
        await showForm(`Version ${to} is back.`);
      };
      const form = makeRulesForm(config, {
        preview,
        save,
        reload: () => showForm(),
        forget: () => result.replaceChildren(),
      });
      card.replaceChildren(form, result, makeHistory(versions, config.version, restore));
    } catch {
      card.replaceChildren(...makeNotLoaded('Your rules could not be loaded.', () => showForm()));
    }
  }

  await showForm();
}
