import type { Direction } from './drawing.ts';

/** Where everything stands on a card that is read from the left, in pixels. */
export const layout = {
  width: 600,
  height: 315,
  radius: 28,
  margin: 40,
  /** Where the words beside the ring begin. */
  column: 238,
  /** Where they end, and the card's contents with them. */
  end: 560,
  ring: { x: 123, y: 119, radius: 77, stroke: 12, inside: 62 },
} as const;

/** The same place on a card that is read the given way. */
export function mirrored(x: number, dir: Direction): number {
  return dir === 'rtl' ? layout.width - x : x;
}
