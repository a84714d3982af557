import { type RewardState } from '@wee5/client';
import { assert } from '@esm-bundle/chai';
import {
  assertCalmAndAccessible,
  at,
  button,
  claimed,
  press,
  says,
  shown,
  waiting,
} from '../../../testing/claims.ts';
import { cleanUp, part, parts, prefer, seen, settle, text, until } from '../../../testing/fixture.ts';
import { difficultNames, reward, rewards } from '../../../testing/samples.ts';

describe('what a claim gave in <wee5-reward-list>', () => {
  cleanUp();
  afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

  describe('what it offers', () => {
    it('is nothing on another member’s list, nor to a visitor', async () => {
      const it = await shown([{ ...waiting, state: null }], { user: 'user_ada' });
      it.client.say('rewards', rewards([waiting], 2));
      await settle(it.element);
      assert.equal(it.element.shadowRoot!.querySelectorAll('button').length, 0);
    });

    it('is no claim of a role, but the way to it', async () => {
      const role = reward(2, {
        state: 'unlocked',
        metadata: { roleName: 'Insider', url: 'https://whop.com/x' },
      });
      const it = await shown([role, reward(3, { state: 'unlocked' })]);
      await until('it can be opened', () => parts(it.element, 'toggle').length);
      assert.equal(parts(it.element, 'claim').length, 0);
      assert.equal(parts(it.element, 'toggle').length, 1);
      await press(it);
      assert.include(text(it.element), 'It gives you the role “Insider”.');
      assert.equal((part(it.element, 'link') as HTMLAnchorElement).href, 'https://whop.com/x');
    });

    it('shows a badge with its picture', async () => {
      const badge = { ...waiting, type: 'badge' as const, metadata: { color: '#ff8800', icon: '🔥' } };
      const it = await shown([badge]);
      assert.equal(seen(part(it.element, 'image')), '🔥');
      it.client.claims.answer({ ...badge, state: 'claimed', claimedAt: at });
      await press(it);
      await says(it, 'Claimed on');
      assert.equal(seen(part(it.element, 'details').querySelector('.image')!), '🔥');
      await assertCalmAndAccessible(it);
    });

    it('keeps what was claimed before within reach, in whatever state it is now', async () => {
      const meanings: [RewardState, string, boolean][] = [
        ['claimed', 'Claimed on', true],
        ['fulfilling', 'It is on its way to you.', true],
        ['fulfilled', 'Claimed on', true],
        ['failed', 'Handing it over did not work.', true],
        ['unknown', 'It is not certain that it reached you.', true],
        ['expired', 'Its time is over', false],
        ['revoked', 'The community took it back.', false],
      ];
      for (const [state, words, hasCode] of meanings) {
        const it = await shown([claimed({ state })]);
        await until('it can be opened', () => parts(it.element, 'toggle').length);
        assert.equal(parts(it.element, 'details').length, 0, state);
        await press(it);
        assert.include(text(it.element), words, state);
        assert.equal(parts(it.element, 'code').length, hasCode ? 1 : 0, state);
        await assertCalmAndAccessible(it);
      }
    });
  });

  describe('the code', () => {
    it('is copied, and the button says so', async () => {
      const it = await shown([claimed()]);
      await until('it can be opened', () => parts(it.element, 'toggle').length);
      await press(it);
      let copied = '';
      const clipboard = { writeText: (words: string) => Promise.resolve(void (copied = words)) };
      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
      const copy = part(it.element, 'details').querySelector('button')!;
      copy.click();
      await until('it says so', () => seen(copy) === 'Copied');
      assert.equal(copied, 'WINTER-4711');
      await until('it can be copied again', () => seen(copy) === 'Copy', 4_000);
    });

    it('is selected for the reader where the page may not copy', async () => {
      const it = await shown([claimed()]);
      await until('it can be opened', () => parts(it.element, 'toggle').length);
      await press(it);
      const clipboard = { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) };
      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
      part(it.element, 'details').querySelector('button')!.click();
      await says(it, 'copy it yourself');
    });
  });

  it('shows whatever a creator writes as the text it is, and links to nothing but https', async () => {
    const bad = '<img src=x onerror="globalThis.hacked = true"><script>globalThis.hacked = true</script>';
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'http://example.com',
      'https://a:b@c.example',
      '//x',
      bad,
    ]) {
      const nasty = claimed({ name: bad, description: bad, metadata: { code: bad, instructions: bad, url } });
      const it = await shown([nasty]);
      await until('it can be opened', () => parts(it.element, 'toggle').length);
      await press(it);
      for (const name of ['name', 'description', 'code', 'instructions']) {
        assert.equal(part(it.element, name).textContent.trim(), bad, name);
        assert.equal(part(it.element, name).querySelector('img, script'), null, name);
      }
      assert.equal(parts(it.element, 'link').length, 0, url);
    }
    assert.isFalse('hacked' in globalThis);
  });

  for (const [width, dir] of [
    [240, 'ltr'],
    [240, 'rtl'],
    [480, 'rtl'],
    [900, 'ltr'],
  ] as const) {
    it(`lets nothing leave the card at ${width} px, ${dir}`, async () => {
      document.documentElement.dir = dir;
      const list = difficultNames.map((name, n) =>
        claimed({
          rewardId: reward(n).rewardId,
          name,
          description: name,
          metadata: {
            code: name.repeat(3),
            instructions: name.repeat(9),
            url: `https://${'a'.repeat(60)}.example`,
          },
        }),
      );
      const it = await shown(list, { width });
      await until('it can be opened', () => parts(it.element, 'toggle').length);
      for (const toggle of parts(it.element, 'toggle')) toggle.click();
      await settle(it.element);
      const { left, right } = it.element.getBoundingClientRect();
      const names = ['name', 'toggle', 'details', 'code', 'instructions', 'link', 'button'];
      for (const each of names.flatMap((name) => parts(it.element, name))) {
        const box = each.getBoundingClientRect();
        assert.isAtMost(box.right, right - 7, each.outerHTML);
        assert.isAtLeast(box.left, left + 7, each.outerHTML);
      }
      await assertCalmAndAccessible(it);
    });
  }

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme} colours while it waits, works and is done`, async () => {
      document.body.style.background = theme === 'dark' ? '#000' : '#fff';
      const it = await shown([waiting], { theme });
      await assertCalmAndAccessible(it);
      await press(it);
      await assertCalmAndAccessible(it);
      it.client.claims.answer(claimed());
      await says(it, 'Claimed');
      await assertCalmAndAccessible(it);
    });
  }

  it('moves nothing where less motion is preferred', async () => {
    await prefer({ 'prefers-reduced-motion': 'reduce' });
    const it = await shown();
    it.client.claims.answer(claimed());
    await press(it);
    await says(it, 'Claimed');
    assert.deepEqual(it.element.shadowRoot!.getAnimations(), []);
    assert.equal(getComputedStyle(part(it.element, 'details')).opacity, '1');
  });

  it('names each button by its word and its reward', async () => {
    const it = await shown();
    const ids = button(it).getAttribute('aria-labelledby')!.split(' ');
    const name = ids.map((id) => seen(it.element.shadowRoot!.getElementById(id)!)).join(' ');
    assert.equal(name, 'Claim Strategy call');
  });
});
