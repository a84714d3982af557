import type { Line } from '../card/drawing.ts';
import { fitLine } from '../svg/fit-line.ts';
import type { FontShelf } from './font-shelf.ts';
import { shapeSpan, type ShapedSpan } from './shape-span.ts';

/** A line as outlines of its letters: it looks the same wherever it is drawn. */
export async function outlineLine(shelf: FontShelf, line: Line): Promise<string> {
  const fonts = await shelf.fontsOf(`${line.spans.map(({ text }) => text).join('')}…`);
  const spans = fitLine(line, (span) => shapeSpan(fonts, span).width).map((span) => ({
    ...span,
    ...shapeSpan(fonts, span),
  }));
  const width = spans.reduce((sum, span) => sum + span.gap + span.width, 0);
  const onwards = line.dir === 'rtl' ? -1 : 1;
  let x = line.x - onwards * { start: 0, middle: width / 2, end: width }[line.anchor];
  const baseline = baselineOf(line, spans);
  const groups = spans.map(({ gap, width: own, colour, paths }) => {
    const begin = x + onwards * gap;
    x = begin + onwards * own;
    const place = `translate(${Math.min(begin, x).toFixed(2)} ${baseline.toFixed(2)})`;
    return `<g transform="${place}" fill="${colour}">${paths}</g>`;
  });
  return groups.join('');
}

function baselineOf({ baseline, middle }: Line, [span]: readonly ShapedSpan[]): number {
  const isKnown = middle !== undefined && span && span.paths !== '';
  return isKnown ? middle + (span.ink.top + span.ink.bottom) / 2 : baseline;
}
