/** How a language writes numbers and times, by `Intl`. */
export interface Format {
  /** A BCP 47 tag: `pt-BR`. */
  readonly language: string;
  /** `4675` → `4,675`. */
  full: (value: number) => string;
  /** As `full` up to 99,999; `12345678` → `12.3M` above. */
  compact: (value: number) => string;
  /** `2 minutes ago`, in the largest unit that fits; below a minute in steps of 15 seconds. */
  relative: (at: Date, now?: number) => string;
  /** What stands in for a missing picture: the first letter (or emoji) a reader sees, in upper case. */
  initial: (name: string) => string;
  /** The form of a word that goes with a number, by the language's own plural rules; `other` where one is not given. */
  plural: (value: number, forms: PluralForms) => string;
}

export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** The largest number written in full. */
const longest = 99_999;

export function createFormat(language: string): Format {
  const numbers = new Intl.NumberFormat(language);
  const short = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
  const times = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const plurals = new Intl.PluralRules(language);
  const ago = (value: number, unit: Intl.RelativeTimeFormatUnit) => times.format(-Math.floor(value), unit);
  return {
    language,
    full: (value) => numbers.format(value),
    compact: (value) => (value > longest ? short : numbers).format(value),
    relative: (at, now = Date.now()) => {
      const seconds = Math.max(0, (now - at.getTime()) / 1_000);
      if (seconds < 60) return ago(Math.floor(seconds / 15) * 15, 'second');
      if (seconds < 3_600) return ago(seconds / 60, 'minute');
      return seconds < 48 * 3_600 ? ago(seconds / 3_600, 'hour') : ago(seconds / 86_400, 'day');
    },
    initial: (name) => {
      const [first] = new Intl.Segmenter(language).segment(name.trim());
      return (first?.segment ?? '').toLocaleUpperCase(language);
    },
    plural: (value, forms) => forms[plurals.select(value)] ?? forms.other,
  };
}
