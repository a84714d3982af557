import type { Format } from './format.ts';

/** As {@link Format}, with what only later words need. */
export interface LateFormat extends Format {
  /** `in 23 sec.`, in the largest unit that counts below 100; `long` where a language's short units are hard to read. */
  soon: (seconds: number, style?: 'short' | 'long') => string;
}

export function createLateFormat(format: Format): LateFormat {
  return {
    ...format,
    soon: (seconds, style = 'short') => {
      const times = new Intl.RelativeTimeFormat(format.language, { style });
      if (seconds < 100) return times.format(seconds, 'second');
      const minutes = Math.ceil(seconds / 60);
      return minutes < 100
        ? times.format(minutes, 'minute')
        : times.format(Math.ceil(seconds / 3_600), 'hour');
    },
  };
}
