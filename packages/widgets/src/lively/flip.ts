import { motionAllowed } from './motion.ts';

const atMost = 12;
const timing = { duration: 250, easing: 'cubic-bezier(0.2, 0, 0, 1)' };

/** Where each row stands, by its `data-id`, measured before a change. */
export type Places = Map<string, number>;

/** Measures the rows of `root`; a row in motion is measured where it is seen. */
export function measure(rows: Iterable<HTMLElement>): Places {
  const places: Places = new Map();
  for (const row of rows) places.set(row.dataset['id']!, row.getBoundingClientRect().top);
  return places;
}

/** Lets rows glide from where they were to where they are; the twelve that moved furthest, if there are more. */
export function glide(rows: Iterable<HTMLElement>, before: Places): void {
  if (!motionAllowed() || !before.size) return;
  const moved: { row: HTMLElement; from: number }[] = [];
  for (const row of rows) {
    for (const animation of row.getAnimations()) animation.cancel();
    const old = before.get(row.dataset['id']!);
    if (old === undefined) row.animate({ opacity: [0, 1] }, timing);
    else moved.push({ row, from: old - row.getBoundingClientRect().top });
  }
  const far = moved.filter(({ from }) => from).sort((a, b) => Math.abs(b.from) - Math.abs(a.from));
  for (const { row, from } of far.slice(0, atMost)) {
    // Whoever climbs passes in front of those who make room.
    const zIndex = from > 0 ? 2 : 1;
    row.animate({ transform: [`translateY(${from}px)`, 'none'], zIndex: [zIndex, zIndex] }, timing);
  }
}
