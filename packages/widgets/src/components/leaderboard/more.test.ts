import { NetworkError, type LeaderboardEntry } from '@wee5/client';
import { assert } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { announced, button, members, reader, shownBoard } from '../../../testing/board-fixture.ts';
import { cleanUp, nextFrame, part, parts, seen, settle } from '../../../testing/fixture.ts';
import { board, reranked } from '../../../testing/samples.ts';

const total = 1204;
const first = (count: number, nextCursor: string | null = 'after') =>
  board({ entries: members(count), total, nextCursor });
const page = (entries: LeaderboardEntry[], nextCursor: string | null) => () =>
  Promise.resolve(board({ entries, total, nextCursor }));

function ranks(element: Element): number[] {
  return parts(element, 'rank').map((rank) => Number(seen(rank)));
}

/** A board of a hundred rows, with fifty more loaded. */
async function withPage() {
  const { element, client } = await shownBoard(first(100), { limit: 100 });
  client.answerPages(page(members(50, 100), 'later'));
  button(element, 'Show more').click();
  await settle(element);
  return { element, client };
}

describe('<wee5-leaderboard> that shows more', () => {
  cleanUp();

  it('offers more where there is more', async () => {
    const { element, client } = await shownBoard(first(10));
    assert.isDefined(button(element, 'Show more'));
    client.say('leaderboard', first(10, null));
    await settle(element);
    assert.isUndefined(button(element, 'Show more'));
  });

  it('asks for more live rows, keeps those it has, and says how many came; the focus stays', async () => {
    const { element, client } = await shownBoard(first(10));
    button(element, 'Show more').focus();
    client.forget('leaderboard');
    await sendKeys({ press: 'Enter' });
    await settle(element);
    assert.deepInclude(client.watched, { kind: 'leaderboard', limit: 20 });
    assert.equal(parts(element, 'row').length, 10);
    assert.equal(button(element, 'Show more').ariaDisabled, 'true');
    await sendKeys({ press: 'Enter' });
    client.say('leaderboard', first(20));
    await settle(element);
    assert.equal(parts(element, 'row').length, 20);
    assert.deepInclude(client.watched, { kind: 'leaderboard', limit: 20 }, 'pressed once');
    assert.equal(announced(element), '10 more members');
    assert.isTrue(element.shadowRoot!.activeElement === button(element, 'Show more'));
    assert.isNull(button(element, 'Show more').ariaDisabled);
  });

  it('keeps the focus in the card when there is no more', async () => {
    const { element, client } = await shownBoard(first(10));
    button(element, 'Show more').focus();
    client.say('leaderboard', first(14, null));
    button(element, 'Show more').click();
    await settle(element);
    assert.isUndefined(button(element, 'Show more'));
    assert.isTrue(element.shadowRoot!.activeElement === part(element, 'card'));
  });

  it('goes on page by page beyond a hundred', async () => {
    const { element, client } = await withPage();
    assert.deepEqual(JSON.parse(JSON.stringify(client.pagesAsked)), [{ limit: 100, cursor: 'after' }]);
    assert.equal(parts(element, 'row').length, 150);
    assert.equal(announced(element), '50 more members');
    client.answerPages(page(members(5, 150), null));
    button(element, 'Show more').click();
    await settle(element);
    assert.equal(client.pagesAsked[1]!.cursor, 'later');
    assert.equal(parts(element, 'row').length, 155);
    assert.isUndefined(button(element, 'Show more'));
  });

  it('shows nobody twice, and loses nobody, when a member climbs out of a loaded page', async () => {
    const { element, client } = await withPage();
    const climber = { ...members(1, 120)[0]!, rank: 1, xp: 50_000 };
    const entries = [climber, ...members(99).map((it) => ({ ...it, rank: it.rank + 1 }))];
    client.say('leaderboard', board({ entries, total, nextCursor: 'after' }));
    await settle(element);
    assert.equal(parts(element, 'row').length, 150);
    assert.deepEqual(
      ranks(element),
      Array.from({ length: 150 }, (_, index) => index + 1),
    );
  });

  it('offers to try again when a page does not come, and keeps the rows', async () => {
    const { element, client } = await shownBoard(first(100), { limit: 100 });
    client.answerPages(() => Promise.reject(new NetworkError('no answer')), page(members(5, 100), null));
    button(element, 'Show more').click();
    await settle(element);
    assert.equal(announced(element), 'More members could not be loaded');
    assert.equal(parts(element, 'row').length, 100);
    button(element, 'Try again').click();
    await settle(element);
    assert.equal(parts(element, 'row').length, 105);
  });

  it('calls off a page that it waits for when it leaves, but not while it is moved, and can ask again', async () => {
    const { element, client } = await shownBoard(first(100), { limit: 100 });
    const signals: (AbortSignal | undefined)[] = [];
    client.answerPages(
      ({ signal }) => {
        signals.push(signal);
        return new Promise((_resolve, reject) =>
          signal?.addEventListener('abort', () => reject(signal.reason)),
        );
      },
      page(members(5, 100), null),
    );
    button(element, 'Show more').click();
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(element);
    await settle(element);
    assert.isFalse(signals[0]?.aborted);
    assert.equal(button(element, 'Show more').ariaDisabled, 'true');
    element.remove();
    await nextFrame();
    assert.isTrue(signals[0]?.aborted);
    document.body.append(element);
    await settle(element);
    assert.isNull(button(element, 'Show more').ariaDisabled);
    button(element, 'Show more').click();
    await settle(element);
    assert.equal(parts(element, 'row').length, 105);
  });

  it('keeps the rows when more live ones do not come', async () => {
    const { element, client } = await shownBoard(first(10));
    client.forget('leaderboard');
    button(element, 'Show more').focus();
    button(element, 'Show more').click();
    await settle(element);
    client.fail('leaderboard', new NetworkError('no answer'));
    await settle(element);
    assert.equal(parts(element, 'row').length, 10);
    assert.isDefined(button(element, 'Try again'));
    assert.isTrue(element.shadowRoot!.activeElement === part(element, 'card'));
  });

  it('moves live after more was shown', async () => {
    const { element, client } = await shownBoard(first(10));
    client.say('leaderboard', first(20));
    button(element, 'Show more').click();
    await settle(element);
    client.say('leaderboard', reranked(first(20), { user_15: 90_000 }));
    await settle(element);
    assert.equal(parts(element, 'move')[0]!.title, 'Up 15 places');
  });

  it('goes to the reader’s place and back to the top', async () => {
    const { element, client } = await shownBoard(board({ me: reader }));
    button(element, 'Around you').click();
    await settle(element);
    assert.deepInclude(client.watched, { kind: 'leaderboard', limit: 10, around: 'me' });
    const around = members(10, 37).with(4, reader);
    client.say('leaderboard', board({ entries: around, me: reader }));
    await settle(element);
    assert.isTrue(part(element, 'own-row') === parts(element, 'row')[4]);
    button(element, 'To the top').click();
    await settle(element);
    assert.deepInclude(client.watched, { kind: 'leaderboard', limit: 10 });
    assert.isDefined(button(element, 'Around you'));
  });

  it('offers no place to go to where the reader is on show, or has none', async () => {
    for (const me of [null, members(3)[2]!]) {
      const { element } = await shownBoard(board({ me, entries: members(10) }));
      assert.isUndefined(button(element, 'Around you'));
    }
  });
});
