import type { ActivityEntry } from '@wee5/client';
import { dateText } from '../../messages/dates.ts';
import type { Language } from '../../messages/language.ts';
import { lateFormatOf } from '../../messages/late-format.ts';

/** What happened on one day, in the reader's time zone. */
export interface Day {
  /** The first moment of the day, in milliseconds since 1970: its key. */
  startsAt: number;
  entries: ActivityEntry[];
}

/** The entries by the day they happened on, in the order they come: newest first. */
export function daysOf(entries: ActivityEntry[]): Day[] {
  const days = Map.groupBy(entries, ({ at }) => new Date(at).setHours(0, 0, 0, 0));
  return [...days].map(([startsAt, of]) => ({ startsAt, entries: of }));
}

/** `Today`, `Yesterday`, `Sunday, 22 November`, with the year where it is another. */
export function dayName(startsAt: number, language: Language, now = Date.now()): string {
  const today = new Date(now).setHours(0, 0, 0, 0);
  // Days of 23 and 25 hours round to whole ones.
  const ago = Math.round((today - startsAt) / 86_400_000);
  return capitalized(
    ago === 0 || ago === 1 ? relativeDay(ago, language) : dayDate(startsAt, today, language),
    language,
  );
}

function relativeDay(ago: number, { language }: Language): string {
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-ago, 'day');
}

function dayDate(startsAt: number, today: number, language: Language): string {
  const at = new Date(startsAt);
  const isThisYear = at.getFullYear() === new Date(today).getFullYear();
  const options = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return dateText(language, at, isThisYear ? options : { ...options, year: 'numeric' });
}

function capitalized(text: string, { language }: Language): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(language) + text.slice(first.length);
}

/** How long ago it was on the day itself, the time of day on other days. */
export function timeText(at: Date, language: Language, now = Date.now()): string {
  const isToday = at.getTime() >= new Date(now).setHours(0, 0, 0, 0);
  return isToday ? lateFormatOf(language).relative(at, now) : dateText(language, at, { timeStyle: 'short' });
}
