import { CurveError } from './curve-error.ts';
import type { TotalXp } from './total-xp.ts';

/**
 * Level n begins at `c0 + c1·n + c2·n² + …`, rounded to the nearest multiple of `roundTo` (halves go up).
 * @throws {CurveError} unless there are two to six finite coefficients and `roundTo` is a positive integer.
 */
export function polynomial(coefficients: readonly number[], roundTo = 1): TotalXp {
  if (coefficients.length < 2 || coefficients.length > 6 || !coefficients.every(Number.isFinite)) {
    throw new CurveError('A curve has two to six coefficients, c0 to c5, and each is a finite number.');
  }
  if (!Number.isSafeInteger(roundTo) || roundTo < 1) {
    throw new CurveError(`Totals cannot be rounded to ${roundTo}: give a positive integer.`);
  }
  return (level) => {
    const exact = coefficients.reduceRight((sum, coefficient) => sum * level + coefficient, 0);
    return roundTo * Math.round(exact / roundTo);
  };
}
