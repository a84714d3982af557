import type { Preview } from '@wee5/contract';
import type { Standing } from './standings.ts';

type Shift = Pick<Preview['atOnce'], 'levels' | 'up' | 'down'>;

/** How many members stand on each level before and after, and how many rise and fall. */
export function levelShift(standings: Standing[]): Shift {
  const levels = new Map<number, { before: number; after: number }>();
  const count = (level: number, when: 'before' | 'after') => {
    const counts = levels.get(level) ?? { before: 0, after: 0 };
    counts[when] += 1;
    levels.set(level, counts);
  };
  for (const { levelBefore, levelAfter } of standings) {
    count(levelBefore, 'before');
    count(levelAfter, 'after');
  }
  return {
    levels: [...levels]
      .toSorted(([one], [other]) => one - other)
      .map(([level, counts]) => ({ level, ...counts })),
    up: standings.filter(({ levelBefore, levelAfter }) => levelAfter > levelBefore).length,
    down: standings.filter(({ levelBefore, levelAfter }) => levelAfter < levelBefore).length,
  };
}

/** How many rewards these members would get: those of their new level that they don't have yet. */
export function rewardsToUnlock(standings: Standing[], rewardLevels: number[]): number {
  const upTo = (levels: number[], level: number) => levels.filter((required) => required <= level).length;
  return standings.reduce(
    (sum, { member, levelAfter }) =>
      sum + upTo(rewardLevels, levelAfter) - upTo(member.rewardLevels, levelAfter),
    0,
  );
}
