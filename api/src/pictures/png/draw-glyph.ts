import type { Font } from 'harfbuzzjs';
import type { OpenFont } from './font-shelf.ts';

/** In the font's own units. */
export interface DrawnGlyph {
  /** As SVG paths; empty for a space. */
  readonly path: string;
  readonly top: number;
  readonly bottom: number;
  /** On both of its sides: emoji fill their width, and would touch each other. */
  readonly air: number;
}

/** Of an em. */
const AIR = 0.04;

/** A glyph in the colour of its text, or an emoji in its own colours. */
export function drawGlyph(face: Font, font: OpenFont, glyph: number): DrawnGlyph {
  const layers = font.layersOf(glyph);
  const isColoured = layers.length > 0;
  const drawn = (isColoured ? layers : [{ glyph, colour: undefined }]).map(({ glyph: id, colour }) => ({
    outline: face.glyphToPath(id),
    fill: colour === undefined ? '' : ` fill="${colour}"`,
    extents: face.glyphExtents(id),
  }));
  const visible = drawn.filter(({ outline }) => outline !== '');
  return {
    path: visible.map(({ outline, fill }) => `<path${fill} d="${outline}"/>`).join(''),
    top: Math.max(...visible.map(({ extents }) => extents?.yBearing ?? 0)),
    bottom: Math.min(...visible.map(({ extents }) => (extents?.yBearing ?? 0) + (extents?.height ?? 0))),
    air: isColoured ? AIR * font.unitsPerEm : 0,
  };
}
