/** How high a widget is while it loads, in pixels, from a width on. */
export interface ReservedSize {
  from: number;
  height: number;
}

/**
 * The heights of the widgets while they load, by their own width, for pages that keep the room free until the script
 * is there. A board's are those without its rows.
 */
export const reservedSizes = {
  'wee5-rank-card': [
    { from: 0, height: 254 },
    { from: 300, height: 238 },
    { from: 400, height: 230 },
    { from: 640, height: 162 },
  ],
  'wee5-leaderboard': [
    { from: 0, height: 98 },
    { from: 400, height: 122 },
  ],
  'wee5-reward-list': [
    { from: 0, height: 298 },
    { from: 360, height: 250 },
  ],
} as const satisfies Record<string, readonly ReservedSize[]>;

export type ReservedTag = keyof typeof reservedSizes;

/** Of a board: how many rows there are if it does not say, and how high one is. */
export const rows = { usual: 10, height: 44 };

/** Enough for a widget at any width. */
export function heightAtAnyWidth(tag: ReservedTag, limit = rows.usual): number {
  const tallest = Math.max(...reservedSizes[tag].map(({ height }) => height));
  return tag === 'wee5-leaderboard' ? tallest + limit * rows.height : tallest;
}
