import type { Direction } from './drawing.ts';
import { phrases, type Phrases } from './phrases.ts';

export interface Words extends Phrases {
  readonly lang: string;
  /** Which way it is read; so is the picture laid out. */
  readonly dir: Direction;
  readonly comma: string;
  /** `4,675` */
  full(value: number): string;
  /** As {@link full} up to 99,999; `12.3M` above. */
  short(value: number): string;
}

const LONGEST_NUMBER = 99_999;

/**
 * The words of a language tag such as `pt-BR`: of the language that is written in the same script, whatever the region,
 * or English where there are none. Numbers are written as the region does.
 */
export function wordsOf(tag: string): Words {
  const asked = localeOf(tag);
  const lang = asked && Object.keys(phrases).find((known) => readsAlike(asked, localeOf(known)!));
  return lang ? inLanguage(lang, asked.baseName) : inLanguage('en', 'en');
}

function inLanguage(lang: string, region: string): Words {
  const fullFormat = new Intl.NumberFormat(region);
  const compactFormat = new Intl.NumberFormat(region, { notation: 'compact', maximumFractionDigits: 1 });
  return {
    comma: ', ',
    ...phrases[lang]!,
    lang,
    dir: lang === 'ar' ? 'rtl' : 'ltr',
    full: (value) => fullFormat.format(value),
    short: (value) => (value > LONGEST_NUMBER ? compactFormat : fullFormat).format(value),
  };
}

/** Undefined where it is no tag. */
function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

/** `zh-TW` is `zh-Hant-TW`. */
function readsAlike(one: Intl.Locale, other: Intl.Locale): boolean {
  const [a, b] = [one.maximize(), other.maximize()];
  return a.language === b.language && a.script === b.script;
}
