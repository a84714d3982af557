import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * What is tried first where the text itself does not ask for another order. Every one is under the OFL; what Twemoji's
 * shows is Twitter's, under CC BY 4.0.
 */
const families = [
  'inter',
  'noto-sans-arabic',
  'noto-sans-hebrew',
  'noto-sans-devanagari',
  'noto-sans-thai',
  'noto-sans-sc',
  'noto-sans-jp',
  'noto-sans-kr',
  'twemoji',
  'noto-emoji',
] as const;

/** Of Unicode. */
const LAST = 0x10_ff_ff;

export type Family = (typeof families)[number];

/** A part of a font that holds some ranges of code points: a name needs a few of hundreds. */
export interface FontSlice {
  readonly family: Family;
  /** A WOFF2 file, variable in its weight where it has letters. */
  readonly path: string;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

/** Every slice there is, by family in the usual order. */
export function readFontSlices(): Map<Family, FontSlice[]> {
  return new Map(families.map((family) => [family, slicesOf(family)]));
}

function slicesOf(family: Family): FontSlice[] {
  if (family === 'twemoji') {
    return [{ family, path: require.resolve('twemoji-colr-font/twemoji.woff2'), ranges: [[0, LAST]] }];
  }
  const home = dirname(require.resolve(`@fontsource-variable/${family}`));
  const ranges = JSON.parse(readFileSync(join(home, 'unicode.json'), 'utf8')) as Record<string, string>;
  return Object.entries(ranges).map(([name, list]) => ({
    family,
    path: join(home, 'files', `${family}-${name.replaceAll(/[[\]]/g, '')}-wght-normal.woff2`),
    ranges: list.split(',').map(readRange),
  }));
}

/** `U+0100-02BA` or `U+20AC` */
function readRange(range: string): [number, number] {
  const [first = '', last = first] = range.replace(/^\s*U\+/i, '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

/** One face draws all of a text's Chinese characters: that of the language that the rest of it shows. */
export function familiesFor(text: string): Family[] {
  const first: Family[] = [];
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) first.push('noto-sans-jp');
  if (/\p{Script=Hangul}/u.test(text)) first.push('noto-sans-kr');
  return [...new Set<Family>(['inter', ...first, ...families])].filter((family) => family !== 'twemoji');
}

/** In colour where the font has the emoji; those that came after it, in one. */
export const emojiFamilies: readonly Family[] = ['twemoji', 'noto-emoji'];

/** Whether a character is meant as a picture: a plain digit is in the font of emoji too. */
export function isEmoji(grapheme: string): boolean {
  return /\p{Emoji_Presentation}|[\uFE0F\u20E3]/u.test(grapheme);
}
