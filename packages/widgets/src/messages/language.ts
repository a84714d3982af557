import { getDefaults } from '../config.ts';
import { en, type Messages } from './en.ts';
import type { MoreMessages } from './en-more.ts';
import { createFormat, type Format } from './format.ts';

/** What a widget says, and how it writes numbers and times. */
export interface Language extends Format {
  readonly messages: Messages;
  /** Undefined for English, whose later words come with the parts that say them. */
  readonly more: MoreMessages | undefined;
  readonly direction: 'ltr' | 'rtl';
}

/** Finds a language among all; undefined while it is being loaded. */
type Find = (wanted: string, changed: () => void) => Language | undefined;

const english = new Map<string, Language>();
let others: Find | undefined;
let loading: Promise<void> | undefined;

/**
 * The language whose words are closest to a wanted one. Pages in English load nothing for it.
 * @param changed - called when a language that had to be loaded is there, or will not come
 * @returns undefined while it is being loaded
 */
export function languageOf(wanted: string, changed: () => void): Language | undefined {
  // Other tags that begin so may be none.
  if (/^en(-[a-z]{2})?$/i.test(wanted) && !getDefaults().messages) return englishOf(wanted);
  if (others) return others(wanted, changed);
  loading ??= import('./languages.ts').then(
    ({ findLanguage }) => void (others = findLanguage),
    () => {
      // Words in English are better than none.
      others = () => englishOf('en');
    },
  );
  void loading.then(changed);
  return undefined;
}

/** English as a region writes its numbers. */
export function englishOf(tag: string): Language {
  const known = english.get(tag);
  if (known) return known;
  const format = createFormat(tag);
  const made: Language = { ...format, messages: en(format), more: undefined, direction: 'ltr' };
  english.set(tag, made);
  return made;
}
