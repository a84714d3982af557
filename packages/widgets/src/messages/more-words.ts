import { enMore, type MoreMessages } from './en-more.ts';
import { lateFormatOf } from './late-format.ts';
import type { Language } from './language.ts';

const english = new WeakMap<Language, MoreMessages>();

/** The words for what happens later, in a widget's language. Only lazy parts import this: it brings English along. */
export function moreWords(language: Language): MoreMessages {
  const known = language.more ?? english.get(language);
  if (known) return known;
  const made = enMore(lateFormatOf(language));
  english.set(language, made);
  return made;
}
