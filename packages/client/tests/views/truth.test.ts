import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataOf, Leaderboard, MemberChange, View } from '../../src/index.ts';
import { changeView } from '../../src/live/views/index.ts';
import { XpMemory } from '../../src/live/xp-memory.ts';
import { viewKey } from '../../src/path-of.ts';
import { gains, gainsAndLosses, levels, Model } from './model.ts';

/**
 * Lives through commits as a view does, and returns how often each need was said. `check` sees the data after each
 * commit beside the truth.
 */
function live<V extends View>(
  view: V,
  all: { userId: string; gain: number }[][],
  {
    truth,
    check,
  }: { truth: (model: Model) => DataOf<V>; check: (data: DataOf<V>, truth: DataOf<V>, need: string) => void },
): void {
  const model = new Model();
  model.commit([
    ['a', 15],
    ['b', 30],
    ['c', 15],
    ['d', 60],
    ['e', 5],
  ]);
  const memory = new XpMemory();
  const context = { now: () => 0, xpBefore: (userId: string) => memory.get(userId), levels: () => levels };
  let data = truth(model);
  for (const commit of all) {
    const members: MemberChange[] = model.commit(
      commit.map(({ userId, gain }) => [userId, Math.max(0, model.xpOf(userId) + gain)]),
    );
    const outcome = changeView(view, data, { members, context });
    memory.note(members);
    const now = truth(model);
    check({ ...(outcome.data as DataOf<V>), version: now.version }, now, outcome.need);
    // What has to be loaded again is.
    data = outcome.need === 'nothing' ? ({ ...outcome.data, version: now.version } as DataOf<V>) : now;
  }
}

describe.each([
  { what: 'while XP only grow', commits: gains, onlyGains: true },
  { what: 'even where XP are taken away', commits: gainsAndLosses, onlyGains: false },
])('$what', ({ commits, onlyGains }) => {
  it.each([3, 5, 20])('a page of %i from the top is exact, or says that it is not', (limit) => {
    fc.assert(
      fc.property(commits, fc.constantFrom(undefined, 'e'), (all, me) => {
        live({ kind: 'leaderboard', limit }, all, {
          truth: (model) => model.leaderboard({ limit, ...(me && { me }) }),
          check(data, truth, need) {
            if (need === 'nothing') expect(data).toEqual(truth);
            if (need !== 'later' || !onlyGains) return;
            // Only how many there are, and where the next page begins, may wait.
            expect([data.entries, data.me]).toEqual([truth.entries, truth.me]);
          },
        });
      }),
      { numRuns: 500 },
    );
  });

  it('a page around a member is exact, or says that it is not', () => {
    fc.assert(
      fc.property(commits, (all) => {
        live({ kind: 'leaderboard', limit: 3, around: 'a' }, all, {
          truth: (model) => model.leaderboard({ limit: 3, around: 'a' }),
          check(data, truth, need) {
            if (need === 'nothing') expect(data).toEqual(truth);
            if (need === 'later' && onlyGains) expect(data.entries).toEqual(truth.entries);
          },
        });
      }),
      { numRuns: 500 },
    );
  });

  it('a card is exact, or says that it is not; its own XP are exact in any case', () => {
    fc.assert(
      fc.property(commits, (all) => {
        live({ kind: 'rankCard', userId: 'c' }, all, {
          truth: (model) => model.rankCard('c'),
          check(data, truth, need) {
            const { rank, total } = truth;
            expect({ ...data, rank, total }).toEqual(truth);
            if (need === 'nothing') expect(data).toEqual(truth);
            if (need === 'later' && onlyGains) expect(data.rank).toBe(rank);
          },
        });
      }),
      { numRuns: 500 },
    );
  });
});

it('shows XP and ranks at once where nobody comes or goes, even where ties have to be loaded again', () => {
  fc.assert(
    fc.property(gains, (all) => {
      live({ kind: 'leaderboard', limit: 20 }, all, {
        truth: (model) => model.leaderboard({ limit: 20 }),
        check(data, truth) {
          if (data.entries.length !== truth.entries.length) return;
          const places = (entries: typeof data.entries) =>
            entries.map(({ rank, xp, level }) => [rank, xp, level]);
          const totals = (entries: typeof data.entries) =>
            Object.fromEntries(entries.map(({ userId, xp }) => [userId, xp]));
          expect(places(data.entries)).toEqual(places(truth.entries));
          expect(totals(data.entries)).toEqual(totals(truth.entries));
        },
      });
    }),
  );
});

it('asks for nothing when somebody far below gains, once they have been heard of', () => {
  const model = new Model();
  model.commit([
    ['a', 300],
    ['b', 200],
    ['c', 100],
    ['d', 10],
    ['e', 5],
  ]);
  const memory = new XpMemory();
  const context = { now: () => 0, xpBefore: (userId: string) => memory.get(userId), levels: () => levels };
  const board = model.leaderboard({ limit: 3 });
  const card = model.rankCard('b');
  const needs = [11, 12, 13].map((xp) => {
    const members = model.commit([['d', xp]]);
    const said = [
      changeView({ kind: 'leaderboard', limit: 3 }, board, { members, context }).need,
      changeView({ kind: 'rankCard', userId: 'b' }, card, { members, context }).need,
    ];
    memory.note(members);
    return said;
  });
  expect(needs).toEqual([
    ['later', 'later'],
    ['nothing', 'nothing'],
    ['nothing', 'nothing'],
  ]);
});

describe('a board whose XP changes don’t tell', () => {
  const model = new Model();
  const members = model.commit([['a', 30]]);
  const all = model.leaderboard({ limit: 3 });
  const context = { now: () => 5000, xpBefore: () => undefined, levels: () => undefined };
  const needOf = (view: View & { kind: 'leaderboard' }, window: Partial<Leaderboard['window']>) => {
    const board = { ...all, window: { ...all.window, ...window } };
    const outcome = changeView(view, board, { members, context });
    expect(outcome.data).toBe(board);
    return outcome.need;
  };

  it('is loaded again: that of a window, and that of newcomers', () => {
    const endsAt = new Date(5001).toISOString();
    expect(needOf({ kind: 'leaderboard', window: 'week' }, { kind: 'week', endsAt })).toBe('soon');
    expect(needOf({ kind: 'leaderboard', board: 'newcomers' }, {})).toBe('soon');
  });

  it('has time once its window is over', () => {
    const endsAt = new Date(5000).toISOString();
    expect(needOf({ kind: 'leaderboard', window: 'week' }, { kind: 'week', endsAt })).toBe('later');
  });
});

it('shares a view between those that mean the same, and no other', () => {
  const keys = (views: (View & { kind: 'leaderboard' })[]) => new Set(views.map(viewKey)).size;
  const kind = 'leaderboard';
  expect(keys([{ kind }, { kind, board: 'top' }, { kind, window: 'all' }, { kind, at: undefined }])).toBe(1);
  expect(
    keys([
      { kind, board: 'climbers' },
      { kind, board: 'climbers', window: 'week' },
    ]),
  ).toBe(1);
  const day = { kind, window: 'day' } as const;
  const others: (View & { kind: 'leaderboard' })[] = [
    { ...day, at: '2026-11-15' },
    { ...day, board: 'newcomers' },
    { ...day, limit: 3 },
    { ...day, around: 'me' },
  ];
  expect(keys([{ kind }, day, ...others])).toBe(6);
});

describe('a member with a pseudonym, whom members of the community see by their real id', () => {
  const context = { now: () => 0, xpBefore: () => undefined, levels: () => levels };
  const model = new Model();
  model.commit([
    ['a', 300],
    ['b', 200],
    ['c', 100],
  ]);
  const masked = <Item extends { userId: string }>(item: Item) =>
    item.userId === 'c' ? { ...item, publicId: 'anon_1' } : item;
  const change = { userId: 'anon_1', xp: 250, level: 12 };

  it.each([3, 2])('moves on a board of %i when a change names the public id', (limit) => {
    const board = model.leaderboard({ limit, me: 'c' });
    const shown = { ...board, entries: board.entries.map(masked), me: board.me && masked(board.me) };
    const { data } = changeView({ kind: 'leaderboard', limit }, shown, { members: [change], context });
    const { entries, me } = data as Leaderboard;
    expect(me).toMatchObject({ userId: 'c', publicId: 'anon_1', xp: 250 });
    if (limit === 3)
      expect(entries.map(({ userId, rank, xp }) => [userId, rank, xp])).toEqual([
        ['a', 1, 300],
        ['c', 2, 250],
        ['b', 3, 200],
      ]);
  });

  it('moves in the middle of a board and on their card, too', () => {
    const view = { kind: 'leaderboard', limit: 3, around: 'b' } as const;
    const board = model.leaderboard(view);
    const shown = { ...board, entries: board.entries.map(masked) };
    expect(changeView(view, shown, { members: [change], context }).need).toBe('soon');
    const card = masked(model.rankCard('c'));
    const outcome = changeView({ kind: 'rankCard', userId: 'c' }, card, { members: [change], context });
    expect(outcome).toMatchObject({ data: { userId: 'c', xp: 250, level: 12 }, need: 'soon' });
  });
});

it('remembers ten thousand members, those that changed last', () => {
  const memory = new XpMemory();
  memory.note([{ userId: 'early', xp: 1, level: 0 }]);
  memory.note([{ userId: 'forgotten', xp: 1, level: 0 }]);
  memory.note([{ userId: 'early', xp: 2, level: 0 }]);
  memory.note(Array.from({ length: 9_999 }, (_, index) => ({ userId: `user_${index}`, xp: 1, level: 0 })));
  expect([memory.get('early'), memory.get('forgotten'), memory.get('user_0')]).toEqual([2, undefined, 1]);
});
