import { CurveError } from './curve-error.ts';
import { sumOfCosts } from './sum-of-costs.ts';
import type { TotalXp } from './total-xp.ts';

/** The XP from level L to L + 1, before the multiplier. */
const costs = {
  linear: (from: number) => 100 * from + 75,
  exponential: (from: number) => 5 * from * from + 50 * from + 75,
  flat: () => 1000,
} as const;

/** Arcane's three curves; `linear` is its default. */
export type ArcaneShape = keyof typeof costs;

/**
 * Arcane: from level L to L + 1 costs 100L + 75 (linear), 5L² + 50L + 75 ("exponential") or 1000 (flat), times a
 * multiplier. Each cost is rounded by itself, as Arcane documents it: half of 1,075 is 538.
 * @see https://docs.arcane.bot/plugins/leveling/setup/xp-options
 */
export function arcane(shape: ArcaneShape, multiplier = 1): TotalXp {
  if (!Object.hasOwn(costs, shape)) {
    throw new CurveError(`Arcane has no curve "${shape}": choose ${Object.keys(costs).join(', ')}.`);
  }
  if (!Number.isFinite(multiplier) || multiplier <= 0) {
    throw new CurveError(`The multiplier ${multiplier} is not possible: give a number above 0.`);
  }
  const cost = costs[shape];
  return (level) => sumOfCosts(level, (from) => Math.round(cost(from) * multiplier));
}
