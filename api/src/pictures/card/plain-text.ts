/** Of a name; what is longer would be cut long before. */
const LONGEST = 200;

// Invisible, or not allowed in XML, or a change of the direction of what stands around. Joiners stay: Persian words and
// families of emoji are made with them.
const withoutShape =
  /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFC]/gu;

/** More marks on one letter than any language needs would paint over what is above and below. */
const stackedMarks = /(\p{M}{3})\p{M}+/gu;

/** Somebody's words as one line that stays where it is put; empty where nothing of them can be seen. */
export function plainText(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize('NFC')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(withoutShape, '')
    .replaceAll(stackedMarks, '$1')
    .trim();
}

const segmenter = new Intl.Segmenter('en');

/** The characters as a reader counts them. */
export function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
