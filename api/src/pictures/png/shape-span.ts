import { Buffer as ShapedBuffer, Direction, shape, type Font } from 'harfbuzzjs';
import type { Span } from '../card/drawing.ts';
import { drawGlyph } from './draw-glyph.ts';
import type { Fonts } from './font-shelf.ts';
import { visualRuns, type Run } from './visual-runs.ts';

export interface ShapedSpan {
  /** Pixels. */
  readonly width: number;
  /** Its glyphs as SVG paths, to be moved to where the span begins. */
  readonly paths: string;
  /** How far its ink reaches above the baseline, in pixels; negative is below. */
  readonly ink: Ink;
}

interface Ink {
  readonly top: number;
  readonly bottom: number;
}

/** A span as outlines, exactly as wide as it will be. */
export function shapeSpan(fonts: Fonts, { text, dir, size, strong }: Span): ShapedSpan {
  let width = 0;
  const paths = [];
  let ink = noInk;
  for (const run of visualRuns(fonts, text, dir)) {
    const scale = size / run.font.unitsPerEm;
    const shaped = shapeRun(run, strong);
    if (shaped.paths !== '') {
      // Fonts count upwards, pictures downwards.
      paths.push(
        `<g transform="translate(${width.toFixed(2)}) scale(${scale} ${-scale})">${shaped.paths}</g>`,
      );
      ink = around(ink, { top: shaped.ink.top * scale, bottom: shaped.ink.bottom * scale });
    }
    width += shaped.advance * scale;
  }
  return { width, paths: paths.join(''), ink };
}

/** In the font's own units. */
function shapeRun({ text, font, level }: Run, strong: boolean): { advance: number; paths: string; ink: Ink } {
  const face = strong ? font.strong : font.regular;
  let advance = 0;
  let ink = noInk;
  const paths = glyphsOf(face, text, level).map(({ codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 }) => {
    const { path, top, bottom, air } = drawGlyph(face, font, codepoint);
    const place = `translate(${advance + xOffset + air} ${yOffset})`;
    advance += xAdvance + 2 * air;
    if (path === '') return '';
    ink = around(ink, { top: top + yOffset, bottom: bottom + yOffset });
    return `<g transform="${place}">${path}</g>`;
  });
  return { advance, paths: paths.join(''), ink };
}

function glyphsOf(face: Font, text: string, level: number) {
  const buffer = new ShapedBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(level % 2 === 1 ? Direction.RTL : Direction.LTR);
  shape(face, buffer);
  return buffer.getGlyphInfosAndPositions();
}

const noInk: Ink = { top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };

function around(one: Ink, other: Ink): Ink {
  return { top: Math.max(one.top, other.top), bottom: Math.min(one.bottom, other.bottom) };
}
