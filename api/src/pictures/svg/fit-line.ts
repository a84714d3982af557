import { graphemesOf } from '../card/plain-text.ts';
import type { Line, Span } from '../card/drawing.ts';

/** How wide a span is, its gap left out, in pixels. */
export type Measure = (span: Span) => number;

/** Pixels. */
const STEP = 2;

/**
 * The spans of a line as they fit into its room: the last one gives way, in its size first, then in its end, and is
 * left out where nothing of it fits.
 */
export function fitLine({ room, spans }: Line, measure: Measure): Span[] {
  const before = spans.slice(0, -1);
  const last = spans.at(-1);
  if (!last) return [];
  const taken = before.reduce((sum, span) => sum + span.gap + measure(span), last.gap);
  const smaller = shrink(last, room - taken, measure);
  const text = cut(smaller, room - taken, measure);
  return text === '' ? before : [...before, { ...smaller, text }];
}

/** As large as fits, and no smaller than the span may become. */
function shrink(span: Span, room: number, measure: Measure): Span {
  const { size, smallest = size } = span;
  if (size - STEP < smallest || measure(span) <= room) return span;
  return shrink({ ...span, size: size - STEP }, room, measure);
}

/** The longest beginning that fits with an ellipsis; never half of a character. */
function cut(span: Span, room: number, measure: Measure): string {
  const fits = (text: string) => measure({ ...span, text }) <= room;
  if (fits(span.text)) return span.text;
  const graphemes = graphemesOf(span.text);
  const beginning = (count: number) => `${graphemes.slice(0, count).join('').trimEnd()}…`;
  let [most, tooMany] = [0, graphemes.length];
  while (tooMany - most > 1) {
    const middle = (most + tooMany) >> 1;
    if (fits(beginning(middle))) most = middle;
    else tooMany = middle;
  }
  return most === 0 ? '' : beginning(most);
}
