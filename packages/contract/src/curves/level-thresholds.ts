import { CurveError } from './curve-error.ts';
import type { Curve } from './curve.ts';
import { DEFAULT_TOP_LEVEL, MAX_TOP_LEVEL } from './defaults.ts';
import { skoolThresholds } from './skool.ts';
import { totalXpOf } from './total-xp-of.ts';

/**
 * The XP at which each level begins: `result[n]` is where level n + 1 does. Strictly increasing integers from 0 to
 * 2^53 - 1, `topLevel` of them.
 *
 * @param topLevel from 1 to {@link MAX_TOP_LEVEL}. Unless given: all levels of a table or of Skool, otherwise
 * {@link DEFAULT_TOP_LEVEL}.
 * @throws {CurveError} naming the first level that is not above the one before it, is negative, is not an integer,
 * is more than 2^53 - 1, or is not in the table.
 * @example
 * levelThresholds({ kind: 'mee6' }, 3); // [100, 255, 475]
 */
export function levelThresholds(curve: Curve, topLevel: number = topLevelOf(curve)): number[] {
  if (!Number.isInteger(topLevel) || topLevel < 1 || topLevel > MAX_TOP_LEVEL) {
    throw new CurveError(
      `The top level ${topLevel} is not possible: give an integer from 1 to ${MAX_TOP_LEVEL}.`,
    );
  }
  const totalXp = totalXpOf(curve);
  const thresholds: number[] = [];
  for (let level = 1; level <= topLevel; level += 1) {
    const total = totalXp(level);
    refuseImpossible(level, total, thresholds.at(-1));
    thresholds.push(total);
  }
  return thresholds;
}

function topLevelOf(curve: Curve): number {
  if (curve.kind === 'table') return curve.thresholds.length;
  return curve.kind === 'skool' ? skoolThresholds.length : DEFAULT_TOP_LEVEL;
}

function refuseImpossible(level: number, total: number, before: number | undefined): void {
  if (total > Number.MAX_SAFE_INTEGER) {
    throw new CurveError(
      `Level ${level} would need more than 2^53 - 1 XP: lower the top level or the curve.`,
      level,
    );
  }
  if (!Number.isInteger(total)) {
    throw new CurveError(`Level ${level} would begin at ${total} XP: it must be an integer.`, level);
  }
  if (total < 0) {
    throw new CurveError(`Level ${level} would begin at ${total} XP: no level may begin below 0.`, level);
  }
  if (before !== undefined && total <= before) {
    throw new CurveError(
      `Level ${level} would begin at ${total} XP, but level ${level - 1} begins at ${before}: ` +
        'each level must need more XP than the one before.',
      level,
    );
  }
}
