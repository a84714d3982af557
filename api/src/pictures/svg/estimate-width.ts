import type { Span } from '../card/drawing.ts';
import { graphemesOf } from '../card/plain-text.ts';

/**
 * About how wide a span is in the fonts that systems have, in pixels, rather too wide than too narrow. An SVG is drawn
 * with its reader's fonts, which nobody knows here; what is wider still is clipped.
 */
export function estimateWidth({ text, size, strong }: Span): number {
  const ems = graphemesOf(text).reduce((sum, grapheme) => sum + emsOf(grapheme), 0);
  return ems * size * (strong ? 1.08 : 1);
}

/** The first that matches; ems of a regular face. */
const classes: [RegExp, number][] = [
  [/\p{Emoji_Presentation}|\uFE0F|\p{Regional_Indicator}/u, 1.4],
  [/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF60]/u, 1],
  [/^[ijlI.,:;'|!()[\]{}` \u00A0]/u, 0.31],
  [/^[ftr"*/\\-]/u, 0.4],
  [/^[mwMW@%—…]/u, 0.95],
  [/^[A-Z&+<=>#_~$]/u, 0.72],
  [/^[0-9]/u, 0.63],
  [/^[a-z]/u, 0.58],
  [/^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}]/u, 0.62],
  [/^[\p{Lu}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}]/u, 0.78],
  [/^\p{Ll}/u, 0.64],
];

const WIDEST_USUAL = 1;

function emsOf(grapheme: string): number {
  return classes.find(([shape]) => shape.test(grapheme))?.[1] ?? WIDEST_USUAL;
}
