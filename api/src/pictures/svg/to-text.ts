import type { Direction, Line, Span } from '../card/drawing.ts';
import { escapeXml } from './escape-xml.ts';
import { estimateWidth } from './estimate-width.ts';
import { fitLine } from './fit-line.ts';

const fonts =
  "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";

/** A line as SVG text, in a window of its own: no font is so wide, and no mark so high, that it would leave it. */
export function toText(line: Line): string {
  const { x, baseline, room, anchor, dir } = line;
  const tallest = Math.max(...line.spans.map(({ size }) => size));
  const before = { start: 0, middle: room / 2, end: room }[anchor];
  const left = dir === 'rtl' ? x - room + before : x - before;
  const top = Math.round(baseline - tallest * 1.15);
  const view = `x="${left}" y="${top}" width="${room}" height="${Math.round(tallest * 1.55)}"`;
  const reading = dir === 'rtl' ? 'direction="rtl" ' : '';
  const place = `${reading}x="${x - left}" y="${baseline - top}" text-anchor="${anchor}" font-family="${fonts}"`;
  const spans = fitLine(line, estimateWidth)
    .map((span) => toSpan(span, dir))
    .join('');
  return `<svg ${view} overflow="hidden"><text ${place} xml:space="preserve">${spans}</text></svg>`;
}

function toSpan({ text, dir, size, strong, colour, gap }: Span, around: Direction): string {
  const look = `font-size="${size}" font-weight="${strong ? 650 : 450}" fill="${colour}"`;
  // Whatever direction somebody's words have, it begins and ends with them, and moves no anchor.
  const own = dir === 'rtl' ? 'direction="rtl" unicode-bidi="isolate"' : 'unicode-bidi="plaintext"';
  const place = `${gap > 0 ? `dx="${around === 'rtl' ? -gap : gap}" ` : ''}${own}`;
  return `<tspan ${place} ${look}>${escapeXml(text)}</tspan>`;
}
