import { describe, expect, test } from 'vitest';
import type { PreviewedMember } from '../../src/database/functions.ts';
import { levelShift, rewardsToUnlock } from '../../src/preview/level-shift.ts';
import { findMovers } from '../../src/preview/movers.ts';
import { standAsReplayed, standAsTheyAre, type Levels } from '../../src/preview/standings.ts';

const follow: Levels = { thresholds: [100, 200, 300], demotion: 'follow' };
const keep: Levels = { ...follow, demotion: 'keep' };

function memberOf(userId: string, xp: number, changes: Partial<PreviewedMember> = {}): PreviewedMember {
  const nameless = { username: null, displayName: null, joinedAt: null };
  return { userId, xp, peakXp: xp, excluded: false, rewardLevels: [], ...nameless, ...changes };
}
const replayedOf = (booked: [string, number][], simulated: [string, number][]) => ({
  activities: 1,
  booked: new Map(booked),
  simulated: new Map(simulated),
});
const levels = (standings: ReturnType<typeof standAsTheyAre>) =>
  standings.map(({ levelBefore, levelAfter }) => [levelBefore, levelAfter]);

describe('a member', () => {
  test('whose level is kept stands where their highest total was', () => {
    const member = memberOf('user_1', 150, { peakXp: 250 });
    expect(levels(standAsTheyAre([member], keep, follow))).toEqual([[2, 1]]);
    expect(levels(standAsTheyAre([member], follow, keep))).toEqual([[1, 2]]);
  });

  test('keeps what was taken from them since then through a replay', () => {
    const member = memberOf('user_1', 150, { peakXp: 250 });
    const replayed = replayedOf([['user_1', 50]], [['user_1', 100]]);
    const [standing] = standAsReplayed([member], { replayed, before: keep, after: keep });
    expect(standing).toMatchObject({ xpBefore: 150, xpAfter: 200, levelBefore: 2, levelAfter: 3 });
  });

  test('never falls below 0, and never past what is exact', () => {
    const members = [memberOf('user_1', 10), memberOf('user_2', Number.MAX_SAFE_INTEGER)];
    const replayed = replayedOf([['user_1', 50]], [['user_2', 100]]);
    const standings = standAsReplayed(members, { replayed, before: follow, after: follow });
    expect(standings.map(({ xpAfter }) => xpAfter)).toEqual([0, Number.MAX_SAFE_INTEGER]);
  });

  test('who was only ever reacted to begins with what that is worth', () => {
    const replayed = replayedOf([], [['user_new', 120]]);
    expect(standAsReplayed([], { replayed, before: follow, after: follow })).toMatchObject([
      { member: { userId: 'user_new' }, xpBefore: 0, xpAfter: 120, levelAfter: 1 },
    ]);
  });
});

test('levels are counted before and after, and so is who rises and falls', () => {
  const members = [memberOf('user_1', 99), memberOf('user_2', 100), memberOf('user_3', 250)];
  const standings = standAsTheyAre(members, follow, { thresholds: [50, 260], demotion: 'follow' });
  expect(levelShift(standings)).toEqual({
    levels: [
      { level: 0, before: 1, after: 0 },
      { level: 1, before: 1, after: 3 },
      { level: 2, before: 1, after: 0 },
    ],
    up: 1,
    down: 1,
  });
});

test('rewards that a member has already do not unlock again, also above their level', () => {
  const standings = standAsTheyAre(
    [memberOf('user_1', 250, { rewardLevels: [1] }), memberOf('user_2', 150, { rewardLevels: [1, 3] })],
    follow,
    follow,
  );
  // The first lacks both of level 2; the second has what level 1 gives.
  expect(rewardsToUnlock(standings, [1, 2, 2, 3])).toBe(2);
});

describe('movers', () => {
  const moversOf = (members: PreviewedMember[], booked: [string, number][], simulated: [string, number][]) =>
    findMovers(
      standAsReplayed(members, { replayed: replayedOf(booked, simulated), before: follow, after: follow }),
    );

  test('come by places, then by XP; ties share a rank, and who is left out of the boards has none', () => {
    const members = [
      memberOf('user_1', 90),
      memberOf('user_2', 80),
      memberOf('user_3', 80),
      memberOf('user_4', 70),
      memberOf('user_out', 95, { excluded: true }),
    ];
    const movers = moversOf(
      members,
      [],
      [
        ['user_4', 15],
        ['user_out', 50],
        ['user_1', 1],
      ],
    );
    expect(movers.map(({ userId, rankBefore, rankAfter }) => [userId, rankBefore, rankAfter])).toEqual([
      ['user_4', 4, 2],
      ['user_2', 2, 3],
      ['user_3', 2, 3],
      ['user_out', null, null],
      ['user_1', 1, 1],
    ]);
  });

  test('are fifty at most, and nobody who stays where they are', () => {
    const members = Array.from({ length: 80 }, (_, index) => memberOf(`user_${index}`, 1000 - index));
    expect(moversOf(members, [], [])).toEqual([]);
    const gains = members.map(({ userId }, index): [string, number] => [userId, index * 3]);
    const movers = moversOf(members, [], gains);
    expect(movers).toHaveLength(50);
    expect(movers[0]).toMatchObject({ userId: 'user_79', rankBefore: 80, rankAfter: 1 });
  });
});
