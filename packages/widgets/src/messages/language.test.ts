import { assert } from '@esm-bundle/chai';
import { FakeClient } from '../../testing/fake-client.ts';
import { cleanUp, mount, part, settle, text, until } from '../../testing/fixture.ts';
import { board, card, community } from '../../testing/samples.ts';
import { configure } from '../config.ts';

async function shown(properties = {}) {
  const client = new FakeClient();
  client.become('live');
  client.say('community', community());
  client.say('rankCard', card({ xp: 4675 }));
  client.say('leaderboard', board({ total: 1204 }));
  return mount('wee5-leaderboard', properties, client);
}

const german = (element: HTMLElement) => until('German', () => text(element).includes('Bestenliste'));

describe('the language of a widget', () => {
  cleanUp();
  afterEach(() => {
    document.documentElement.lang = 'en';
    configure({ lang: undefined, messages: undefined });
  });

  it('is the page’s, for words and numbers', async () => {
    document.documentElement.lang = 'de-AT';
    const { element } = await shown();
    await german(element);
    // As Austria writes a thousand.
    assert.include(text(element), '1 204 Mitglieder');
    assert.equal(part(element, 'card').lang, 'de-AT');
  });

  it('is what the nearest element around it says, then what the page’s script says, then its own', async () => {
    const { element } = await shown();
    element.parentElement!.lang = 'de';
    element.requestUpdate();
    await german(element);
    configure({ lang: 'en' });
    await settle(element);
    assert.include(text(element), 'Leaderboard');
    element.lang = 'de';
    await settle(element);
    assert.include(text(element), 'Bestenliste');
  });

  it('changes with the page', async () => {
    const { element } = await shown();
    document.documentElement.lang = 'de';
    await german(element);
    document.documentElement.lang = 'en-GB';
    await until('English', () => text(element).includes('Leaderboard'));
  });

  it('is English for a language that Wee5 does not speak, with English numbers', async () => {
    const { element } = await shown({ lang: 'tlh' });
    await until('English', () => text(element).includes('1,204 members'));
    assert.equal(part(element, 'card').lang, 'en');
  });

  it('is laid out in its own direction, also on a page that has another', async () => {
    document.documentElement.dir = 'ltr';
    configure({ lang: 'ar' });
    const { element } = await shown();
    await until('Arabic', () => text(element).includes('لوحة الصدارة'));
    assert.equal(getComputedStyle(part(element, 'card')).direction, 'rtl');
    element.dir = 'ltr';
    element.requestUpdate();
    await settle(element);
    assert.equal(getComputedStyle(part(element, 'card')).direction, 'ltr');
  });

  it('waits for its words instead of flashing others', async () => {
    const client = new FakeClient();
    client.say('leaderboard', board());
    const { element } = await mount('wee5-leaderboard', { lang: 'de' }, client);
    const seen = new Set<string>();
    const observer = new MutationObserver(() => seen.add(part(element, 'title').textContent.trim()));
    observer.observe(element.shadowRoot!, { childList: true, subtree: true, characterData: true });
    await german(element);
    observer.disconnect();
    assert.isFalse(
      [...seen].some((title) => title.includes('Leaderboard')),
      [...seen].join(' | '),
    );
  });

  it('says what the page says instead, word by word', async () => {
    configure({
      messages: { en: { board: { title: 'Top fans' }, live: 'On air' }, de: { live: 'Auf Sendung' } },
    });
    const { element } = await shown();
    await until('the page’s word', () => text(element).includes('Top fans'));
    assert.include(text(element), 'On air');
    assert.include(text(element), '1,204 members');
    element.lang = 'de';
    await until('the page’s German word', () => text(element).includes('Auf Sendung'));
    assert.include(text(element), 'Bestenliste');
  });
});
