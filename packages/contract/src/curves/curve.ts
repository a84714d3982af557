import type { ArcaneShape } from './arcane.ts';
import type { PolarisPreset } from './polaris.ts';

/**
 * How much XP each level needs. `levelThresholds` turns it into the list that everything else works with.
 *
 * - `mee6`, `lurkr`, `amaribot`, `arcane`, `skool`, `polaris`: what those systems do, to the XP.
 * - `linear`: every level costs `xpPerLevel`, a positive integer.
 * - `coefficients`: level n begins at `c0 + c1·n + c2·n² + …` (two to six of them), rounded to a multiple of
 *   `roundTo` (1 unless given).
 * - `table`: `thresholds[n]` is the XP at which level n + 1 begins.
 */
export type Curve =
  | { kind: 'mee6' }
  | { kind: 'lurkr' }
  | { kind: 'amaribot' }
  | { kind: 'arcane'; shape: ArcaneShape; multiplier?: number | undefined }
  | { kind: 'skool' }
  | { kind: 'polaris'; preset: PolarisPreset }
  | { kind: 'linear'; xpPerLevel: number }
  | { kind: 'coefficients'; coefficients: readonly number[]; roundTo?: number | undefined }
  | { kind: 'table'; thresholds: readonly number[] };
