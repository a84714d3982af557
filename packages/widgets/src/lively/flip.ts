import { motionAllowed } from './motion.ts';

const atMost = 12;
const timing = { duration: 250, easing: 'cubic-bezier(0.2, 0, 0, 1)' };

interface Place {
  x: number;
  y: number;
}

/** Where each row stands, by its `data-id`, measured before a change. */
export type Places = Map<string, Place>;

/** Measures the rows of `root`; a row in motion is measured where it is seen. */
export function measure(rows: Iterable<HTMLElement>): Places {
  const places: Places = new Map();
  for (const row of rows) places.set(row.dataset['id']!, placeOf(row));
  return places;
}

/** Lets rows glide from where they were to where they are, and new ones appear; of each the twelve that matter most. */
export function glide(rows: Iterable<HTMLElement>, before: Places): void {
  if (!motionAllowed() || !before.size) return;
  const fresh: HTMLElement[] = [];
  const moved: { row: HTMLElement; from: Place }[] = [];
  for (const row of rows) {
    for (const animation of row.getAnimations()) animation.cancel();
    const old = before.get(row.dataset['id']!);
    if (old) moved.push({ row, from: away(old, placeOf(row)) });
    else fresh.push(row);
  }
  for (const row of fresh.slice(0, atMost)) row.animate({ opacity: [0, 1] }, timing);
  const far = moved.filter(({ from }) => distance(from)).sort((a, b) => distance(b.from) - distance(a.from));
  for (const { row, from } of far.slice(0, atMost)) {
    // Whoever climbs passes in front of those who make room.
    const zIndex = from.y > 0 ? 2 : 1;
    const transform = [`translate(${from.x}px, ${from.y}px)`, 'none'];
    row.animate({ transform, zIndex: [zIndex, zIndex] }, timing);
  }
}

function placeOf(row: HTMLElement): Place {
  const { left, top } = row.getBoundingClientRect();
  return { x: left, y: top };
}

function away(old: Place, now: Place): Place {
  return { x: old.x - now.x, y: old.y - now.y };
}

function distance({ x, y }: Place): number {
  return Math.abs(x) + Math.abs(y);
}
