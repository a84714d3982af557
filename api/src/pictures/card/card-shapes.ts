import type { Colours } from './colours.ts';
import type { Direction } from './drawing.ts';
import { layout, mirrored } from './layout.ts';

const { width, height, radius, margin, end, ring } = layout;

export interface Shapes {
  readonly colours: Colours;
  readonly dir: Direction;
  /** 0..1 */
  readonly progress: number;
  readonly fullBleed: boolean;
  /** A round picture of the member, as `data:` address. */
  readonly portrait: string | undefined;
}

/** Everything on a card that is not text. */
export function drawShapes({ colours, dir, progress, fullBleed, portrait }: Shapes): string {
  const x = mirrored(ring.x, dir);
  const shapes = drawFrame(colours, fullBleed) + drawRing(x, progress, colours);
  return portrait === undefined ? shapes : shapes + drawPortrait(x, portrait);
}

function drawFrame({ surface, line }: Colours, fullBleed: boolean): string {
  const rule = `<path d="M${margin} 222.5H${end}" stroke="${line}"/>`;
  if (fullBleed) return `<rect width="${width}" height="${height}" fill="${surface}"/>${rule}`;
  const inner = `width="${width - 1}" height="${height - 1}" rx="${radius}"`;
  return `<rect x="0.5" y="0.5" ${inner} fill="${surface}" stroke="${line}"/>${rule}`;
}

/** It fills as a clock goes, whichever way the card is read. */
function drawRing(x: number, progress: number, { fill, accent }: Colours): string {
  const { y, inside } = ring;
  const circle = `cx="${x}" cy="${y}" r="${ring.radius}" fill="none" stroke-width="${ring.stroke}"`;
  const around = 2 * Math.PI * ring.radius;
  const done = Math.min(1, Math.max(0, progress)) * around;
  const track = `<circle ${circle} stroke="${fill}"/><circle cx="${x}" cy="${y}" r="${inside}" fill="${fill}"/>`;
  if (done === 0) return track;
  const dashes = `stroke-dasharray="${done.toFixed(2)} ${(2 * around).toFixed(2)}"`;
  const turned = `stroke-linecap="round" transform="rotate(-90 ${x} ${y})"`;
  return `${track}<circle ${circle} stroke="${accent}" ${dashes} ${turned}/>`;
}

function drawPortrait(x: number, portrait: string): string {
  const { y, inside } = ring;
  const place = `x="${x - inside}" y="${y - inside}" width="${2 * inside}" height="${2 * inside}"`;
  return `<image ${place} href="${portrait}"/>`;
}
