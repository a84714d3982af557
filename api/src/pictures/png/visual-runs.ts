import bidiFactory from 'bidi-js';
import type { Span } from '../card/drawing.ts';
import { graphemesOf } from '../card/plain-text.ts';
import type { Fonts, OpenFont } from './font-shelf.ts';

// Its types are those of a module, while it is a CommonJS function.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

/** Characters side by side in one font and one direction. */
export interface Run {
  text: string;
  readonly font: OpenFont;
  /** Odd: read from right to left. */
  readonly level: number;
}

/** A text in the order in which it is seen, from left to right. Marks and signs that no font has are left out. */
export function visualRuns(fonts: Fonts, text: string, dir: Span['dir']): Run[] {
  const { levels } = bidi.getEmbeddingLevels(standIns(text), dir);
  const runs: Run[] = [];
  let index = 0;
  for (const grapheme of graphemesOf(text)) {
    const level = levels[index] ?? 0;
    index += grapheme.length;
    const font = fonts.get(grapheme);
    const last = runs.at(-1);
    if (!font) continue;
    if (last?.font === font && last.level === level) last.text += grapheme;
    else runs.push({ text: grapheme, font, level });
  }
  return inVisualOrder(runs);
}

/**
 * The library takes halves of characters for Latin letters. Whatever has two halves is replaced by twice a character
 * with one, of the same kind: an emoji goes the way of the words around it.
 */
function standIns(text: string): string {
  return text.replaceAll(/[\u{10000}-\u{10FFFF}]/gu, (character) => {
    const kind = bidi.getBidiCharTypeName(character);
    if (kind === 'L') return 'aa';
    return kind === 'R' || kind === 'AL' ? '\u05D0\u05D0' : '\u2605\u2605';
  });
}

/** Rule L2 of the Unicode Bidirectional Algorithm: from the highest level down, what is at least as high is turned. */
function inVisualOrder(runs: Run[]): Run[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let start = 0; start < ordered.length; start += 1) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end += 1;
      ordered.splice(start, end - start, ...ordered.slice(start, end).toReversed());
      start = end;
    }
  }
  return ordered;
}
