export type { Curve } from './curve.ts';
export type { ArcaneShape } from './arcane.ts';
export { type PolarisPreset, polarisPresets } from './polaris.ts';
export { CurveError } from './curve-error.ts';
export { DEFAULT_CURVE, DEFAULT_TOP_LEVEL, MAX_TOP_LEVEL } from './defaults.ts';
export { levelAt } from './level-at.ts';
export { curveProblem, curveSchema } from './schema.ts';
export { levelThresholds } from './level-thresholds.ts';
export { levelPace } from './level-pace.ts';
