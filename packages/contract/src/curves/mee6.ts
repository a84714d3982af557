import { sumOfCosts } from './sum-of-costs.ts';

/**
 * MEE6: from level L to L + 1 costs 5L² + 50L + 100, summed in integers, so that nothing drifts.
 *
 * Level 10 begins at 4,675: the sum runs over the levels 0 to 9. Clones that sum over 1 to 10 get 5,675.
 * @see https://github.com/Mee6/Mee6-documentation/blob/master/docs/levels_xp.md
 */
export function mee6TotalXp(level: number): number {
  return sumOfCosts(level, (from) => 5 * from * from + 50 * from + 100);
}
