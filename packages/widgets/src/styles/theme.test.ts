import { assert } from '@esm-bundle/chai';
import { FakeClient } from '../../testing/fake-client.ts';
import { cleanUp, mount, part, settle } from '../../testing/fixture.ts';
import { card, community } from '../../testing/samples.ts';
import { configure } from '../config.ts';

async function shown(theme: Record<string, unknown>, properties = {}) {
  const client = new FakeClient();
  client.become('live');
  client.say('community', community({ theme }));
  client.say('rankCard', card());
  const mounted = await mount('wee5-rank-card', properties, client);
  return { ...mounted, style: getComputedStyle(part(mounted.element, 'card')) };
}

const red = 'rgb(255, 0, 0)';

/** What the console is told while something happens; nothing of it reaches the check after each test. */
async function warnings(run: () => Promise<unknown>): Promise<string[]> {
  const told: string[] = [];
  const { warn } = console;
  Object.assign(console, { warn: (...words: unknown[]) => told.push(words.join(' ')) });
  await run();
  // It is looked at when the page has nothing else to do.
  await new Promise((idle) => requestIdleCallback(() => requestIdleCallback(idle)));
  Object.assign(console, { warn });
  return told;
}

describe('the creator’s theme', () => {
  cleanUp();

  it('gives colours, corners and a font to every widget', async () => {
    const { style } = await shown({
      scheme: 'dark',
      surface: '#102030',
      text: '#f0f8ff',
      radius: 3,
      font: 'Georgia, serif',
      line: red,
    });
    assert.equal(style.backgroundColor, 'rgb(16, 32, 48)');
    assert.equal(style.color, 'rgb(240, 248, 255)');
    assert.equal(style.borderTopLeftRadius, '3px');
    assert.equal(style.fontFamily, 'Georgia, serif');
    assert.equal(style.borderTopColor, red);
  });

  it('gives way to what the page sets', async () => {
    document.body.style.setProperty('--wee5-surface', 'white');
    const { style } = await shown({ surface: '#fafafa' });
    assert.equal(style.backgroundColor, 'rgb(255, 255, 255)');
  });

  it('is light or dark where the creator says so, unless the element or the page says otherwise', async () => {
    assert.equal((await shown({ scheme: 'dark' })).style.colorScheme, 'dark');
    assert.equal((await shown({ scheme: 'dark' }, { theme: 'light' })).style.colorScheme, 'light');
    configure({ theme: 'light' });
    assert.equal((await shown({ scheme: 'dark' })).style.colorScheme, 'light');
    configure({ theme: undefined });
    assert.equal((await shown({ scheme: 'auto' })).style.colorScheme, 'light');
  });

  it('changes with a save, while the page is open', async () => {
    const { element, client, style } = await shown({ surface: '#102030', scheme: 'dark' });
    client.say('community', community({ theme: { radius: '6px' }, version: 2 }));
    await settle(element);
    assert.equal(style.colorScheme, 'light');
    assert.notEqual(style.backgroundColor, 'rgb(16, 32, 48)');
    assert.equal(style.borderTopLeftRadius, '6px');
  });

  it('cannot say more than a colour, a length or a font', async () => {
    const plain = (await shown({})).style;
    const { style } = await shown({
      surface: 'url(https://evil.example/x)',
      text: 'red; position: fixed',
      radius: '9px; inset: 0',
      font: '"x"; background: url(https://evil.example/x)',
      accent: { toString: 'red' },
    });
    for (const name of ['backgroundColor', 'color', 'borderTopLeftRadius', 'fontFamily', 'position'] as const)
      assert.equal(style[name], plain[name]);
  });

  it('is said to be hard to read where it is, once', async () => {
    const theme = { scheme: 'light', surface: '#ffffff', text: '#777777', textQuiet: '#cccccc' };
    const told = await warnings(async () => {
      await shown(theme);
      await shown(theme);
    });
    assert.deepEqual(told, [
      'Wee5: the theme\'s "text" is hard to read on its "surface": 4.5:1, less than 7:1. Change one of them.',
      'Wee5: the theme\'s "textQuiet" is hard to read on its "surface": 1.6:1, less than 4.5:1. Change one of them.',
    ]);
    assert.deepEqual(await warnings(() => shown({ scheme: 'light', surface: '#fff', text: '#111' })), []);
  });

  it('asks the browser for its styles no more once it is on show, whatever the data says', async () => {
    const { element, client } = await shown({ surface: '#102030', text: '#fff', textQuiet: '#fff' });
    await warnings(async () => {});
    let asked = 0;
    const { getComputedStyle } = globalThis;
    globalThis.getComputedStyle = (...of) => {
      asked += 1;
      return getComputedStyle(...of);
    };
    try {
      for (const xp of [900, 901, 902]) {
        client.say('rankCard', card({ xp }));
        await settle(element);
      }
      await warnings(async () => {});
      assert.equal(asked, 0);
      client.say(
        'community',
        community({ theme: { surface: '#203040', text: '#fff', textQuiet: '#fff' }, version: 2 }),
      );
      await settle(element);
      await warnings(async () => {});
      assert.isAbove(asked, 0);
    } finally {
      globalThis.getComputedStyle = getComputedStyle;
    }
  });

  it('watches the page once for all widgets', async () => {
    let observers = 0;
    const { MutationObserver } = globalThis;
    globalThis.MutationObserver = class extends MutationObserver {
      override observe(target: Node, options: MutationObserverInit) {
        if (target === document.documentElement) observers += 1;
        super.observe(target, options);
      }
    };
    try {
      const widgets = await Promise.all(Array.from({ length: 5 }, () => shown({})));
      assert.isAtMost(observers, 1);
      document.documentElement.dataset['theme'] = 'x';
      document.body.style.background = '#000';
      await Promise.all(widgets.map(({ element }) => settle(element)));
      for (const { style } of widgets) assert.equal(style.colorScheme, 'dark');
    } finally {
      globalThis.MutationObserver = MutationObserver;
      delete document.documentElement.dataset['theme'];
      document.body.removeAttribute('style');
    }
  });

  it('follows Whop’s own theme on a page that paints nothing behind its widgets', async () => {
    document.cookie = 'whop-frosted-theme=appearance:dark; path=/';
    assert.equal((await shown({})).style.colorScheme, 'dark');
    document.body.style.background = '#fff';
    assert.equal((await shown({})).style.colorScheme, 'light');
    document.cookie = 'whop-frosted-theme=; path=/; max-age=0';
  });
});
