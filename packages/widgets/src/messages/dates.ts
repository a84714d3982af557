import type { Format } from './format.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment as a language writes it, in the reader's time zone: `dateText(format, at, { dateStyle: 'medium' })`. */
export function dateText({ language }: Format, at: Date, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, known);
  return known.format(at);
}
