import { CurveError } from './curve-error.ts';
import { polynomial } from './polynomial.ts';
import type { TotalXp } from './total-xp.ts';

/** The coefficients of n³, n² and n, and what the total is rounded to. */
const presets = {
  default: [1, 50, 100, 100],
  robotop: [5, 100, 150, 100],
  generous: [0.5, 20, 50, 50],
  linear: [0, 0, 10_000, 1],
  exponential: [0, 250, 0, 1],
  minimalist: [1, 2, 3, 10],
  'ultra-minimalist': [0, 0, 100, 1],
  minecraft: [0, 1, 6, 1],
  arcane: [0, 50, 25, 5],
  mee6: [5 / 3, 22.5, 455 / 6, 5],
} as const;

/** The curves Polaris offers. */
export type PolarisPreset = keyof typeof presets;

/** The names of all of them, the default first. */
export const polarisPresets = Object.keys(presets) as PolarisPreset[];

/**
 * Polaris: level n begins at c3·n³ + c2·n² + c1·n, rounded to the nearest multiple of r.
 * @see https://github.com/GDColon/Polaris-Open/blob/main/json/curve_presets.json
 */
export function polaris(preset: PolarisPreset): TotalXp {
  if (!Object.hasOwn(presets, preset)) {
    throw new CurveError(`Polaris has no preset "${preset}": choose ${polarisPresets.join(', ')}.`);
  }
  const [c3, c2, c1, roundTo] = presets[preset];
  return polynomial([0, c1, c2, c3], roundTo);
}
