import type { AwardResult } from '../../../api/src/database/functions.ts';

/** What each award earned, or why it did not: `[15, 'cooldown', 5]`. */
export function gains(results: AwardResult[]): (number | AwardResult['outcome'])[] {
  return results.map(({ outcome, xpAwarded }) => (outcome === 'awarded' ? xpAwarded : outcome));
}
