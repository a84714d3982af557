import * as z from 'zod';
import { CurveError, levelThresholds, MAX_TOP_LEVEL, polarisPresets, type Curve } from './curves/index.ts';

/** Any curve that a configuration may name. */
export const curveSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mee6') }),
  z.strictObject({ kind: z.literal('lurkr') }),
  z.strictObject({ kind: z.literal('amaribot') }),
  z.strictObject({
    kind: z.literal('arcane'),
    shape: z.enum(['linear', 'exponential', 'flat']),
    multiplier: z.number().positive().optional(),
  }),
  z.strictObject({ kind: z.literal('skool') }),
  z.strictObject({ kind: z.literal('polaris'), preset: z.enum(polarisPresets) }),
  z.strictObject({ kind: z.literal('linear'), xpPerLevel: z.int().min(1) }),
  z.strictObject({
    kind: z.literal('coefficients'),
    coefficients: z.array(z.number()).min(2).max(6),
    roundTo: z.int().min(1).optional(),
  }),
  z.strictObject({ kind: z.literal('table'), thresholds: z.array(z.int().min(0)).min(1).max(MAX_TOP_LEVEL) }),
]);

/** What is wrong with a curve up to a level, in words that say what to change; null for one that strictly increases. */
export function curveProblem(curve: Curve, topLevel?: number): string | null {
  try {
    levelThresholds(curve, topLevel);
    return null;
  } catch (error) {
    if (error instanceof CurveError) return error.message;
    throw error;
  }
}
