import type { LivePart } from './live-part.ts';

/** Loads what keeps views true after their first data, by itself: bundlers make a file of its own of it. */
export function loadLive(): Promise<LivePart> {
  return import('./live/index.ts');
}
