import { assert } from '@esm-bundle/chai';
import { animated, announced, order, shownBoard } from '../../../testing/board-fixture.ts';
import { cleanUp, parts, pause, prefer, seen, settle, until } from '../../../testing/fixture.ts';
import { board, entry, reranked } from '../../../testing/samples.ts';
import type { RankChangedEvent } from '../../events/rank-changed.ts';

describe('<wee5-leaderboard> as members move', () => {
  cleanUp();

  it('moves a row when another member overtakes, and shows by how many places', async () => {
    const before = board();
    const { element, client } = await shownBoard(before);
    client.say('leaderboard', reranked(before, { user_4: 9_000 }));
    await settle(element);
    assert.deepEqual(order(element).slice(0, 3), ['Maya Chen', 'Priya Natarajan', 'Jonas Weber']);
    assert.deepEqual(
      parts(element, 'move').map(({ title }) => title),
      ['Up 3 places', 'Down 1 place', 'Down 1 place', 'Down 1 place'],
    );
    await until('the arrows are gone', () => !parts(element, 'move').length, 4_500);
  });

  it('lets rows glide from where they were', async () => {
    const before = board();
    const { element, client } = await shownBoard(before);
    const top = parts(element, 'row')[4]!.getBoundingClientRect().top;
    client.say('leaderboard', reranked(before, { user_4: 20_000 }));
    await element.updateComplete;
    const row = parts(element, 'row')[0]!;
    assert.equal(seen(row.querySelector('[part=name]')!), 'Priya Natarajan');
    assert.closeTo(row.getBoundingClientRect().top, top, 1);
    assert.equal(animated(element).length, 5);
    await until('every row has arrived', () => !animated(element).length, 400);
  });

  it('measures its rows for other data alone', async () => {
    const before = board();
    const { element, client } = await shownBoard(before);
    let measured = 0;
    const getBoundingClientRect = () => {
      measured += 1;
      return new DOMRect();
    };
    for (const row of parts(element, 'row')) Object.assign(row, { getBoundingClientRect });
    client.become('reconnecting');
    client.become('live');
    element.requestUpdate();
    await settle(element);
    assert.equal(measured, 0);
    client.say('leaderboard', reranked(before, { user_4: 20_000 }));
    await settle(element);
    assert.isAbove(measured, 0);
  });

  it('lets at most twelve rows glide', async () => {
    const entries = Array.from({ length: 30 }, (_, index) => entry(index, { xp: 9_000 - index }));
    const before = board({ entries });
    const { element, client } = await shownBoard(before, { limit: 30 });
    client.say('leaderboard', reranked(before, { user_29: 20_000 }));
    await element.updateComplete;
    assert.equal(animated(element).length, 12);
    assert.include(animated(element), parts(element, 'row')[0]);
  });

  it('just changes for whoever prefers less motion', async () => {
    await prefer({ 'prefers-reduced-motion': 'reduce' });
    const before = board();
    const { element, client } = await shownBoard(before);
    client.say('leaderboard', reranked(before, { user_4: 20_000 }));
    await element.updateComplete;
    assert.equal(animated(element).length, 0);
    assert.equal(order(element)[0], 'Priya Natarajan');
    assert.include(seen(parts(element, 'row')[0]!), '20,000');
  });

  it('tells of moves in one polite region, not more often than every five seconds', async () => {
    const before = board();
    const { element, client } = await shownBoard(before);
    const region = element.shadowRoot!.querySelectorAll('[role=status]');
    assert.equal(region.length, 1);
    const once = reranked(before, { user_4: 20_000 });
    client.say('leaderboard', once);
    await settle(element);
    assert.equal(region[0]!.textContent, 'Priya Natarajan moved up to rank 1');
    client.say('leaderboard', reranked(once, { user_5: 30_000 }));
    client.say('leaderboard', reranked(once, { user_6: 40_000 }));
    await pause(1_000);
    assert.equal(region[0]!.textContent, 'Priya Natarajan moved up to rank 1');
    await until('the newest is told', () => region[0]!.textContent.startsWith('Yuki Tanaka'), 5_000);
  });

  it('tells the reader of their own move first', async () => {
    const before = board({ me: entry(2) });
    const { element, client } = await shownBoard(before);
    client.say('leaderboard', reranked(before, { user_4: 20_000 }));
    await settle(element);
    assert.equal(announced(element), 'You moved down to rank 4');
  });

  it('tells of every member whose rank changed, also because another overtook', async () => {
    const before = board();
    const { element, client } = await shownBoard(before);
    const heard: RankChangedEvent[] = [];
    element.addEventListener('wee5-rank-changed', (event) => heard.push(event));
    client.say('leaderboard', reranked(before, { user_2: 9_000 }));
    assert.sameDeepMembers(
      heard.map(({ userId, rank, previousRank }) => [userId, previousRank, rank]),
      [
        ['user_2', 3, 2],
        ['user_1', 2, 3],
      ],
    );
  });

  it('knows nobody to have moved when the next week begins', async () => {
    const week = (startsAt: string) => ({ kind: 'week', startsAt, endsAt: '2099-01-01T00:00:00Z' }) as const;
    const before = board({ window: week('2026-11-09T00:00:00Z') });
    const { element, client } = await shownBoard(before, { window: 'week' });
    let heard = 0;
    element.addEventListener('wee5-rank-changed', () => heard++);
    const after = reranked(before, { user_4: 20_000 });
    client.say('leaderboard', { ...after, window: week('2026-11-16T00:00:00Z') });
    await settle(element);
    assert.equal(heard, 0);
    assert.equal(parts(element, 'move').length, 0);
    assert.equal(announced(element), '');
  });

  it('counts XP up to the new total', async () => {
    const before = board();
    const { element, client } = await shownBoard(before);
    client.say('leaderboard', reranked(before, { user_0: 30_000 }));
    await element.updateComplete;
    const shown = () => Number(seen(parts(element, 'xp')[0]!).replaceAll(/\D/g, ''));
    assert.isBelow(shown(), 30_000);
    await until('the total is there', () => shown() === 30_000);
  });

  it('lets whoever comes onto the page appear', async () => {
    const before = board();
    const { element, client } = await shownBoard(before);
    const stranger = entry(20, { rank: 10, xp: 2600 });
    client.say('leaderboard', { ...before, entries: [...before.entries.slice(0, 9), stranger], version: 2 });
    await element.updateComplete;
    const [animation] = parts(element, 'row')[9]!.getAnimations();
    assert.equal((animation!.effect as KeyframeEffect).getKeyframes()[0]!['opacity'], '0');
  });

  it('takes a member’s row along, and so their picture', async () => {
    const { element, client } = await shownBoard();
    const row = parts(element, 'row')[4]!;
    client.say('leaderboard', reranked(board(), { user_4: 20_000 }));
    await settle(element);
    assert.isTrue(parts(element, 'row')[0] === row);
  });
});
