import { assert } from '@esm-bundle/chai';
import { FakeClient } from '../../testing/fake-client.ts';
import { cleanUp, mount, part, parts, prefer, settle } from '../../testing/fixture.ts';
import { board, card, community, entry } from '../../testing/samples.ts';
import { contrast } from '../lively/contrast.ts';

async function shownCard(properties = {}) {
  const client = new FakeClient();
  client.become('live');
  client.say('community', community());
  client.say('rankCard', card());
  return mount('wee5-rank-card', properties, client);
}

const accents = [
  '#000',
  '#fff',
  '#888',
  'red',
  'yellow',
  'lime',
  'cyan',
  'blue',
  'magenta',
  '#ffd700',
  '#0f172a',
  '#fef9c3',
];

describe('the look', () => {
  cleanUp();

  for (const theme of ['light', 'dark'] as const) {
    it(`keeps text and shapes readable on ${theme} whatever the accent`, async () => {
      const client = new FakeClient();
      client.say('leaderboard', board({ me: entry(41, { rank: 42 }) }));
      const { element: table } = await mount('wee5-leaderboard', { theme }, client);
      const { element } = await shownCard({ theme });
      for (const accent of accents) {
        document.body.style.setProperty('--wee5-accent', accent);
        const surface = getComputedStyle(part(element, 'card')).backgroundColor;
        const own = getComputedStyle(part(table, 'own-row'));
        const quiet = getComputedStyle(part(element, 'status')).color;
        const ring = getComputedStyle(element.shadowRoot!.querySelector('.done')!).stroke;
        assert.isAtLeast(
          contrast(getComputedStyle(part(element, 'name')).color, surface),
          7,
          `text, ${accent}`,
        );
        assert.isAtLeast(contrast(own.color, own.backgroundColor), 7, `own row, ${accent}`);
        assert.isAtLeast(contrast(quiet, surface), 4.5, `quiet text, ${accent}`);
        assert.isAtLeast(contrast(quiet, own.backgroundColor), 4.5, `quiet text in the own row, ${accent}`);
        assert.isAtLeast(contrast(ring, surface), 3, `ring, ${accent}`);
      }
    });
  }

  describe('follows the page', () => {
    const isDark = (element: Element) =>
      contrast(getComputedStyle(part(element, 'card')).backgroundColor, '#fff') > 4.2;

    it('by the background behind it', async () => {
      document.body.style.background = '#000';
      assert.isTrue(isDark((await shownCard()).element));
      document.body.style.background = 'white';
      assert.isFalse(isDark((await shownCard()).element));
    });

    it('by its colour scheme, which says more than its background', async () => {
      document.documentElement.style.colorScheme = 'dark';
      const { element } = await shownCard();
      assert.isTrue(isDark(element));
      document.documentElement.style.colorScheme = 'light';
      assert.isFalse(isDark(element));
    });

    it('when it changes its mind', async () => {
      const { element } = await shownCard();
      assert.isFalse(isDark(element));
      document.body.style.background = '#111';
      await settle(element);
      assert.isTrue(isDark(element));
    });

    it('in its font, but never in a browser’s default serif', async () => {
      document.body.style.fontFamily = 'Georgia';
      const { element } = await shownCard();
      assert.equal(getComputedStyle(part(element, 'name')).fontFamily, 'Georgia');
      document.body.style.fontFamily = '';
      await settle(element);
      assert.include(getComputedStyle(part(element, 'name')).fontFamily, 'system-ui');
    });
  });

  it('is not broken by a page that styles everything', async () => {
    const { element: calm } = await shownCard();
    const size = [calm.offsetWidth, calm.offsetHeight];
    const name = getComputedStyle(part(calm, 'name'));
    const looks = [
      'fontSize',
      'color',
      'lineHeight',
      'letterSpacing',
      'textTransform',
      'fontWeight',
    ] as const;
    const before = looks.map((look) => name[look]);
    const hostile = document.createElement('style');
    hostile.textContent = `* { color: lime !important; font-size: 40px !important; line-height: 3 !important;
      letter-spacing: 1em !important; text-transform: uppercase !important; text-align: right !important;
      font-weight: 900 !important; word-spacing: 9px !important; white-space: pre !important; text-indent: 50px !important;
      padding: 30px !important; border: 9px solid red !important; background: hotpink !important;
      box-sizing: content-box !important; text-shadow: 0 0 9px red !important; cursor: wait !important; }
      svg, circle, table, tr, td, span { display: none !important; fill: red !important; }`;
    document.body.append(hostile);
    const frame = document.createElement('section');
    frame.append(calm);
    document.body.append(frame);
    frame.style.cssText = 'padding: 0 !important; border: 0 !important; inline-size: 480px !important';
    await settle(calm);
    assert.deepEqual([calm.offsetWidth, calm.offsetHeight], size);
    assert.deepEqual(
      looks.map((look) => name[look]),
      before,
    );
  });

  it('hides when told to, and when what it stands in is hidden', async () => {
    const { element } = await shownCard();
    element.hidden = true;
    assert.equal(element.offsetHeight, 0);
    element.hidden = false;
    element.parentElement!.style.visibility = 'hidden';
    assert.equal(getComputedStyle(part(element, 'name')).visibility, 'hidden');
  });

  it('has a width of its own where nothing gives it one', async () => {
    const { element } = await shownCard();
    element.parentElement!.style.cssText = 'display: flex';
    assert.isAtLeast(element.offsetWidth, 300);
  });

  it('mirrors itself on a page that reads from right to left, but not its sentences', async () => {
    document.documentElement.dir = 'rtl';
    const { element } = await shownCard();
    const ring = part(element, 'ring').getBoundingClientRect();
    const name = part(element, 'name').getBoundingClientRect();
    assert.isAbove(ring.left, name.right - 1);
    const words = part(element, 'facts').querySelector('dd:last-child .t')!;
    assert.equal(getComputedStyle(words).direction, 'ltr');
    const text = part(element, 'name').querySelector('.t')!.getBoundingClientRect();
    assert.closeTo(text.right, name.right, 1);
  });

  it('keeps its shapes where colours are forced', async () => {
    await prefer({ 'forced-colors': 'active' });
    const client = new FakeClient();
    client.say('leaderboard', board({ me: entry(2) }));
    const { element: table } = await mount('wee5-leaderboard', {}, client);
    const { element } = await shownCard();
    const [track, done] = ['.track', '.done'].map(
      (it) => getComputedStyle(element.shadowRoot!.querySelector(it)!).stroke,
    );
    assert.notEqual(track, done);
    assert.equal(getComputedStyle(part(table, 'own-row')).outlineStyle, 'solid');
    assert.notEqual(getComputedStyle(parts(table, 'row')[0]!).outlineStyle, 'solid');
  });

  it('shows where the keyboard is', async () => {
    const { element, client } = await shownCard();
    client.become('polling');
    client.fail('rankCard', new (await import('@wee5/client')).NetworkError('no answer'));
    await settle(element);
    const button = part(element, 'button');
    button.focus({ focusVisible: true });
    assert.equal(getComputedStyle(button).outlineStyle, 'solid');
    assert.isAtLeast(button.offsetHeight, 24);
  });
});
