import { HttpError, NetworkError, TimeoutError } from '@wee5/client';
import { assert } from '@esm-bundle/chai';
import {
  announced,
  assertCalmAndAccessible,
  assertNotClaimed,
  button,
  claimed,
  metadata,
  press,
  says,
  shown,
  waiting,
} from '../../../testing/claims.ts';
import { cleanUp, part, parts, seen, settle, text, until } from '../../../testing/fixture.ts';
import { rewards } from '../../../testing/samples.ts';
import { FakeClient } from '../../../testing/fake-client.ts';

describe('claiming in <wee5-reward-list>', () => {
  cleanUp();

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
});
