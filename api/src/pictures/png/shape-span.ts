import { Buffer as ShapedBuffer, Direction, shape } from 'harfbuzzjs';
import type { Span } from '../card/drawing.ts';
import type { Fonts } from './font-shelf.ts';
import { visualRuns, type Run } from './visual-runs.ts';

export interface ShapedSpan {
  /** Pixels. */
  readonly width: number;
  /** Its glyphs as SVG paths, to be moved to where the span begins. */
  readonly paths: string;
}

/** A span as outlines, exactly as wide as it will be. */
export function shapeSpan(fonts: Fonts, { text, dir, size, strong }: Span): ShapedSpan {
  let width = 0;
  const paths = [];
  for (const run of visualRuns(fonts, text, dir)) {
    const scale = size / run.font.unitsPerEm;
    const shaped = shapeRun(run, strong);
    if (shaped.paths !== '') {
      // Fonts count upwards, pictures downwards.
      paths.push(
        `<g transform="translate(${width.toFixed(2)}) scale(${scale} ${-scale})">${shaped.paths}</g>`,
      );
    }
    width += shaped.advance * scale;
  }
  return { width, paths: paths.join('') };
}

/** In the font's own units. */
function shapeRun({ text, font, level }: Run, strong: boolean): { advance: number; paths: string } {
  const face = strong ? font.strong : font.regular;
  const buffer = new ShapedBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(level % 2 === 1 ? Direction.RTL : Direction.LTR);
  shape(face, buffer);
  let advance = 0;
  const paths = buffer
    .getGlyphInfosAndPositions()
    .map(({ codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 }) => {
      const path = face.glyphToPath(codepoint);
      const place = `translate(${advance + xOffset} ${yOffset})`;
      advance += xAdvance;
      return path === '' ? '' : `<path transform="${place}" d="${path}"/>`;
    });
  return { advance, paths: paths.join('') };
}
