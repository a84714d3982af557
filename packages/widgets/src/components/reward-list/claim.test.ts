import { HttpError, NetworkError, TimeoutError, type Reward, type RewardState } from '@wee5/client';
import { assert } from '@esm-bundle/chai';
import { FakeClient } from '../../../testing/fake-client.ts';
import {
  assertAccessible,
  cleanUp,
  mount,
  part,
  parts,
  prefer,
  seen,
  settle,
  text,
  until,
} from '../../../testing/fixture.ts';
import { card, community, difficultNames, reward, rewards } from '../../../testing/samples.ts';
import type { RewardClaimedEvent } from '../../events/reward-claimed.ts';

const at = '2026-11-20T18:06:00Z';
const waiting = reward(3, { type: 'custom', name: 'Strategy call', state: 'unlocked', unlockedAt: at });
const metadata = {
  code: 'WINTER-4711',
  instructions: 'Enter it at the till.',
  url: 'https://shop.example.com/redeem?a=1',
};

function claimed(changes: Partial<Reward> = {}): Reward {
  return { ...waiting, state: 'claimed', claimedAt: at, metadata, ...changes };
}

async function shown(list: Reward[] = [waiting, reward(40, { state: 'locked' })], options = {}) {
  const client = new FakeClient();
  client.become('live');
  client.say('community', community());
  client.say('rewards', rewards(list));
  client.say('rankCard', card());
  const mounted = await mount('wee5-reward-list', { user: 'me', ...options }, client);
  const { element } = mounted;
  if (list.some(({ state, type }) => state === 'unlocked' && type !== 'role')) {
    await until('it can be claimed', () => parts(element, 'claim').length);
  }
  const events: RewardClaimedEvent[] = [];
  element.addEventListener('wee5-reward-claimed', (event) => events.push(event));
  return { ...mounted, events };
}

type Shown = Awaited<ReturnType<typeof shown>>;

const button = ({ element }: Shown) => element.shadowRoot!.querySelector<HTMLElement>('button.state')!;
const says = ({ element }: Shown, words: string) =>
  until(`it says “${words}”`, () => text(element).includes(words));
const announced = ({ element }: Shown) => element.shadowRoot!.querySelector('[role=status]')!.textContent;

async function press(it: Shown) {
  button(it).focus();
  button(it).click();
  await settle(it.element);
}

/** What must be so while the API has not said that it is claimed. */
function assertNotClaimed({ element, events }: Shown) {
  assert.notInclude(text(element), 'Claimed');
  assert.equal(parts(element, 'details').length, 0);
  assert.deepEqual(events, []);
}

/** Nothing moves any more: what is half faded in has no contrast yet. */
async function assertCalmAndAccessible({ element }: Shown) {
  await Promise.all(element.shadowRoot!.getAnimations().map(({ finished }) => finished));
  await assertAccessible(element);
}

describe('claiming in <wee5-reward-list>', () => {
  cleanUp();
  afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

  it('shows what the claim gave once the API says so, and tells the page', async () => {
    const it = await shown();
    await press(it);
    assert.deepEqual(it.client.claims.asked, [waiting.rewardId]);
    assert.equal(seen(button(it)), 'Claiming');
    assertNotClaimed(it);
    it.client.claims.answer(claimed());
    await says(it, 'Claimed');
    assert.equal(seen(part(it.element, 'code')), 'WINTER-4711');
    assert.equal(seen(part(it.element, 'instructions')), 'Enter it at the till.');
    const link = part(it.element, 'link') as HTMLAnchorElement;
    assert.equal(link.href, metadata.url);
    assert.include(link.rel, 'noopener');
    assert.equal(seen(link), 'Open shop.example.com');
    assert.deepEqual(
      it.events.map(({ rewardId, name }) => [rewardId, name]),
      [[waiting.rewardId, 'Strategy call']],
    );
    assert.equal(announced(it), 'You claimed Strategy call');
    assert.notInclude(JSON.stringify(it.events[0]), 'WINTER');
  });

  it('sends one claim for two presses', async () => {
    const it = await shown();
    button(it).click();
    button(it).click();
    await settle(it.element);
    button(it).click();
    assert.equal(it.client.claims.asked.length, 1);
    assert.equal(button(it).getAttribute('aria-disabled'), 'true');
    it.client.claims.answer(claimed());
    await says(it, 'Claimed');
    assert.equal(it.events.length, 1);
  });

  it('keeps the keyboard on one button the whole way', async () => {
    const it = await shown();
    const { shadowRoot } = it.element;
    await press(it);
    const first = shadowRoot!.activeElement;
    assert.equal(first, button(it));
    it.client.claims.answer(claimed());
    await says(it, 'Claimed');
    assert.equal(shadowRoot!.activeElement, first);
    assert.equal(first!.getAttribute('aria-expanded'), 'true');
    assert.equal(first!.getAttribute('aria-controls'), part(it.element, 'details').id);
    await press(it);
    assert.equal(parts(it.element, 'details').length, 0);
    assert.equal(first!.getAttribute('aria-expanded'), 'false');
    await press(it);
    assert.equal(parts(it.element, 'details').length, 1);
  });

  it('keeps the API’s answer while the list still has the older word, and takes a newer one', async () => {
    const it = await shown();
    await press(it);
    it.client.claims.answer(claimed());
    await says(it, 'Claimed');
    it.client.say('rewards', rewards([waiting], 2));
    await settle(it.element);
    assert.equal(seen(button(it)), 'Claimed');
    it.client.say('rewards', rewards([claimed({ state: 'revoked', metadata: {} })], 3));
    await settle(it.element);
    assert.equal(seen(button(it)), 'Withdrawn');
    assert.notInclude(text(it.element), 'WINTER');
  });

  it('claims once more after a refusal that claimed nothing, and says what to do', async () => {
    const refusals = [
      [new HttpError(401, { code: 'unauthenticated' }), 'You are signed out. Sign in, then claim it again.'],
      [new HttpError(403, { code: 'not-a-member' }), 'This is for members.'],
      [
        new HttpError(429, { code: 'rate-limited' }, 20),
        'Too many requests. Wait 20 s, then claim it again.',
      ],
      [new HttpError(400, { code: 'malformed-request' }), 'This could not be claimed.'],
    ] as const;
    const it = await shown();
    for (const [error, words] of refusals) {
      it.client.claims.answer(error);
      await press(it);
      await says(it, words);
      assertNotClaimed(it);
      assert.equal(seen(button(it)), 'Claim');
      const note = part(it.element, 'note');
      assert.equal(button(it).getAttribute('aria-describedby'), note.id);
      assert.equal(it.element.shadowRoot!.activeElement, button(it));
      await assertCalmAndAccessible(it);
    }
    assert.equal(it.client.rewardReads.asked.length, 0);
    it.client.claims.answer(claimed());
    await press(it);
    await says(it, 'Claimed');
    assert.equal(parts(it.element, 'note').length, 0);
  });

  for (const [name, error] of [
    ['a time-out', new TimeoutError('late')],
    ['no network', new NetworkError('gone')],
    ['a failing server', new HttpError(503, { code: 'storage-unavailable' })],
  ] as const) {
    describe(`after ${name}`, () => {
      it('asks what is so before it offers the claim again', async () => {
        const it = await shown();
        it.client.claims.answer(error);
        await press(it);
        await until('it asks', () => it.client.rewardReads.asked.length);
        await settle(it.element);
        assert.equal(seen(button(it)), 'Checking');
        await press(it);
        assert.equal(it.client.claims.asked.length, 1);
        assertNotClaimed(it);
        it.client.rewardReads.answer(rewards([waiting]));
        await says(it, 'The server did not answer. Nothing was claimed. Try again.');
        assert.equal(seen(button(it)), 'Claim');
        assertNotClaimed(it);
      });

      it('finds that it was claimed after all', async () => {
        const it = await shown();
        it.client.claims.answer(error);
        it.client.rewardReads.answer(rewards([claimed()]));
        await press(it);
        await says(it, 'Claimed');
        assert.equal(seen(part(it.element, 'code')), 'WINTER-4711');
        assert.equal(parts(it.element, 'note').length, 0);
        assert.equal(it.events.length, 1);
      });

      it('offers to check, and not to claim, while nobody knows', async () => {
        const it = await shown();
        it.client.claims.answer(error);
        it.client.rewardReads.answer(error);
        await press(it);
        await says(it, 'It is not certain that it was claimed');
        assert.equal(seen(button(it)), 'Check again');
        assertNotClaimed(it);
        await assertCalmAndAccessible(it);
        await press(it);
        assert.equal(it.client.claims.asked.length, 1);
        it.client.rewardReads.answer(rewards([claimed()]));
        await says(it, 'Claimed');
      });
    });
  }

  describe('when it cannot be claimed any more', () => {
    const refused = new HttpError(409, { code: 'reward-not-claimable' });

    it('shows what another page has claimed, and tells no event of it', async () => {
      const it = await shown();
      it.client.claims.answer(refused);
      it.client.rewardReads.answer(rewards([claimed()]));
      await press(it);
      await says(it, 'You have claimed this already.');
      assert.equal(seen(button(it)), 'Claimed');
      assert.equal(seen(part(it.element, 'code')), 'WINTER-4711');
      assert.deepEqual(it.events, []);
    });

    it('shows that its time is over', async () => {
      const it = await shown();
      it.client.claims.answer(refused);
      it.client.rewardReads.answer(rewards([{ ...waiting, state: 'expired' }]));
      await press(it);
      await says(it, 'Expired');
      assert.include(text(it.element), 'This cannot be claimed now.');
      assertNotClaimed(it);
    });

    it('says that it is no longer given, and leaves the keyboard at the card', async () => {
      const it = await shown();
      it.client.claims.answer(new HttpError(404, { code: 'unknown-reward' }));
      it.client.rewardReads.answer(rewards([]));
      await press(it);
      await says(it, 'This is no longer given. Nothing was claimed.');
      assert.equal(parts(it.element, 'claim').length, 0);
      await settle(it.element);
      assert.equal(it.element.shadowRoot!.activeElement, part(it.element, 'card'));
    });

    it('offers nothing but a look once another page’s claim is heard of', async () => {
      const it = await shown();
      it.client.claims.answer(new HttpError(401, { code: 'unauthenticated' }));
      await press(it);
      await says(it, 'You are signed out.');
      it.client.say('rewards', rewards([claimed()], 2));
      await settle(it.element);
      assert.equal(seen(button(it)), 'Claimed');
      assert.equal(parts(it.element, 'note').length, 0);
    });
  });

  it('forgets what it knew of one reader when there is another', async () => {
    const it = await shown();
    await press(it);
    const next = new FakeClient();
    next.say('rewards', rewards([waiting]));
    it.element.client = next;
    await settle(it.element);
    it.client.claims.answer(claimed());
    await settle(it.element);
    assert.equal(seen(button(it)), 'Claim');
    assert.notInclude(text(it.element), 'WINTER');
    assert.deepEqual(it.events, []);
  });

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
