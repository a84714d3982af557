import { CurveError } from './curve-error.ts';
import type { TotalXp } from './total-xp.ts';

/** Totals as they stand in a list: `thresholds[n]` is where level n + 1 begins. */
export function table(thresholds: readonly number[]): TotalXp {
  return (level) => {
    const total = thresholds[level - 1];
    if (total === undefined) {
      throw new CurveError(
        `Level ${level} is not in the table, which has ${thresholds.length} levels: ` +
          `add it, or lower the top level to ${thresholds.length}.`,
        level,
      );
    }
    return total;
  };
}
