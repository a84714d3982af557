import { readFile } from 'node:fs/promises';
import { Blob, Face, Font, Variation } from 'harfbuzzjs';
import decompress from 'wawoff2/decompress.js';
import { graphemesOf } from '../card/plain-text.ts';
import {
  emojiFamilies,
  familiesFor,
  isEmoji,
  readFontSlices,
  type Family,
  type FontSlice,
} from './font-slices.ts';

const REGULAR = 450;
const STRONG = 650;

/** Open at a time; the least used is closed for another. The largest take a few hundred kilobytes. */
const MOST_OPEN = 80;

export interface OpenFont {
  readonly has: (codePoint: number) => boolean;
  readonly regular: Font;
  readonly strong: Font;
  readonly unitsPerEm: number;
  /** What a glyph in colours is made of, from the back; empty for a glyph in the colour of its text. */
  readonly layersOf: (glyph: number) => readonly Layer[];
}

export interface Layer {
  readonly glyph: number;
  /** As CSS has it; undefined for the colour of the text. */
  readonly colour: string | undefined;
}

/** By character; what no font draws is not in it. */
export type Fonts = ReadonlyMap<string, OpenFont>;

/** Opens the slices of fonts that texts need, and keeps them open. */
export class FontShelf {
  readonly #slices = readFontSlices();
  readonly #open = new Map<FontSlice, Promise<OpenFont>>();

  /** What draws each character of a text, as readers count them. */
  async fontsOf(text: string): Promise<Fonts> {
    const families = familiesFor(text);
    const fonts = new Map<string, OpenFont>();
    for (const grapheme of new Set(graphemesOf(text))) {
      const font = await this.#find(grapheme, isEmoji(grapheme) ? emojiFamilies : families);
      if (font) fonts.set(grapheme, font);
    }
    return fonts;
  }

  /** The first font that has all of a character, else that has its first code point; undefined where none has. */
  async #find(grapheme: string, families: readonly Family[]): Promise<OpenFont | undefined> {
    const codePoints = Array.from(grapheme, (character) => character.codePointAt(0) ?? 0).filter(isDrawn);
    const [first] = codePoints;
    if (first === undefined) return undefined;
    let partly: OpenFont | undefined;
    for (const slice of this.#slicesWith(first, families)) {
      const font = await this.#take(slice);
      if (!font.has(first)) continue;
      if (codePoints.every(font.has)) return font;
      partly ??= font;
    }
    return partly;
  }

  #slicesWith(codePoint: number, families: readonly Family[]): FontSlice[] {
    const all = families.flatMap((family) => this.#slices.get(family) ?? []);
    return all.filter(({ ranges }) => ranges.some(([low, high]) => low <= codePoint && codePoint <= high));
  }

  /** The same font for everybody who asks, also while it is being opened: letters join within one font alone. */
  #take(slice: FontSlice): Promise<OpenFont> {
    const font = this.#open.get(slice) ?? this.#openAnew(slice);
    // Put back at the end: what stands first is what nobody has asked for the longest.
    this.#open.delete(slice);
    this.#open.set(slice, font);
    const [oldest] = this.#open.keys();
    if (oldest && this.#open.size > MOST_OPEN) this.#open.delete(oldest);
    return font;
  }

  async #openAnew(slice: FontSlice): Promise<OpenFont> {
    try {
      return await openFont(slice.path);
    } catch (error) {
      // The next text that needs it tries again.
      this.#open.delete(slice);
      throw error;
    }
  }
}

/** Joiners and selectors change other characters, and have no shape. */
function isDrawn(codePoint: number): boolean {
  return codePoint !== 0x20_0c && codePoint !== 0x20_0d && !(0xfe_00 <= codePoint && codePoint <= 0xfe_0f);
}

async function openFont(path: string): Promise<OpenFont> {
  const face = new Face(new Blob(await decompress(await readFile(path))));
  const known = new Set(face.collectUnicodes());
  const inWeight = (weight: number): Font => {
    const font = new Font(face);
    font.setVariations([new Variation('wght', weight)]);
    return font;
  };
  return {
    has: (codePoint) => known.has(codePoint),
    regular: inWeight(REGULAR),
    strong: inWeight(STRONG),
    unitsPerEm: face.upem,
    layersOf: layersIn(face),
  };
}

function layersIn(face: Face): OpenFont['layersOf'] {
  const [palette] = face.getColorPalettes();
  if (!palette) return () => [];
  const colours = palette.colors.map(
    ({ red, green, blue, alpha }) =>
      `rgb(${red} ${green} ${blue}${alpha === 255 ? '' : ` / ${alpha / 255}`})`,
  );
  return (glyph) =>
    face.getGlyphColorLayers(glyph).map((layer) => ({
      glyph: layer.glyph,
      colour: layer.colorIndex === undefined ? undefined : colours[layer.colorIndex],
    }));
}
