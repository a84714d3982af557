import { phrases, type Phrases } from './phrases.ts';

export interface Words extends Phrases {
  readonly lang: string;
  /** `4,675` */
  full(value: number): string;
  /** As {@link full} up to 99,999; `12.3M` above. */
  short(value: number): string;
}

const LONGEST_NUMBER = 99_999;

/**
 * The words of a language tag such as `pt-BR`: of the language that is written in the same script, whatever the region,
 * or English where there are none.
 */
export function wordsOf(tag: string): Words {
  const lang = Object.keys(phrases).find((known) => scriptOf(known) === scriptOf(tag)) ?? 'en';
  const fullFormat = new Intl.NumberFormat(lang);
  const compactFormat = new Intl.NumberFormat(lang, { notation: 'compact', maximumFractionDigits: 1 });
  return {
    ...phrases[lang]!,
    lang,
    full: (value) => fullFormat.format(value),
    short: (value) => (value > LONGEST_NUMBER ? compactFormat : fullFormat).format(value),
  };
}

/** `zh-TW` → `zh-Hant`; undefined where it is no tag. */
function scriptOf(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return undefined;
  }
}
