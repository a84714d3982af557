import type { Curve } from './curve.ts';

/** What a new community starts with. */
export const DEFAULT_CURVE = { kind: 'mee6' } as const satisfies Curve;

/** How many levels a new community starts with. */
export const DEFAULT_TOP_LEVEL = 200;

/** No curve has more levels than this. */
export const MAX_TOP_LEVEL = 1000;
