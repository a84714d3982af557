import { CurveError } from './curve-error.ts';
import type { TotalXp } from './total-xp.ts';

/** Every level costs the same. */
export function linear(xpPerLevel: number): TotalXp {
  if (!Number.isSafeInteger(xpPerLevel) || xpPerLevel < 1) {
    throw new CurveError(`A level cannot cost ${xpPerLevel} XP: give a positive integer.`);
  }
  return (level) => level * xpPerLevel;
}
