import { once, simple, type Format } from './format.ts';

/** As {@link Format}, with what English needs only for later words. */
export interface LateFormat extends Format {
  /** `2 minutes ago`, in the largest unit that fits; below a minute in steps of 15 seconds. */
  relative: (at: Date, now?: number) => string;
  /** The form of a word that goes with a number, by the language's own plural rules; `other` where one is not given. */
  plural: (value: number, forms: PluralForms) => string;
  /** `in 23 sec.`, in the largest unit that counts below 100; `long` where a language's short units are hard to read. */
  soon: (seconds: number, style?: 'short' | 'long') => string;
}

export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const made = new WeakMap<Format, LateFormat>();

/** The one of a format: what `Intl` has made for it is kept. */
export function lateFormatOf(format: Format): LateFormat {
  const late = made.get(format) ?? createLateFormat(format);
  made.set(format, late);
  return late;
}

export function createLateFormat(format: Format): LateFormat {
  const { language } = format;
  const plurals = once(() => new Intl.PluralRules(language));
  return {
    ...format,
    relative: createRelative(language),
    plural: (value, forms) => forms[plurals().select(value)] ?? forms.other,
    soon: (seconds, style = 'short') => {
      const times = new Intl.RelativeTimeFormat(language, { style });
      if (seconds < 100) return times.format(seconds, 'second');
      const minutes = Math.ceil(seconds / 60);
      return minutes < 100
        ? times.format(minutes, 'minute')
        : times.format(Math.ceil(seconds / 3_600), 'hour');
    },
  };
}

function createRelative(language: string): LateFormat['relative'] {
  const times = once(() => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
  const ago = (value: number, unit: Intl.RelativeTimeFormatUnit) => {
    const count = Math.floor(value);
    return simple.test(language) ? englishAgo(count, unit) : times().format(-count, unit);
  };
  return (at, now = Date.now()) => {
    const seconds = Math.max(0, (now - at.getTime()) / 1_000);
    if (seconds < 60) return ago(Math.floor(seconds / 15) * 15, 'second');
    if (seconds < 3_600) return ago(seconds / 60, 'minute');
    return seconds < 48 * 3_600 ? ago(seconds / 3_600, 'hour') : ago(seconds / 86_400, 'day');
  };
}

function englishAgo(count: number, unit: string): string {
  return count ? `${count} ${unit}${count > 1 ? 's' : ''} ago` : 'now';
}
