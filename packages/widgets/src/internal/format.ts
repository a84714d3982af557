/** The language of the messages; numbers and times follow it, so that a sentence is never half translated. */
const language = 'en';

const fullFormat = new Intl.NumberFormat(language);
const compactFormat = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
const relativeFormat = new Intl.RelativeTimeFormat(language);

/** The largest number written in full. */
const longest = 99_999;

/** `4675` → `4,675`. */
export function full(value: number): string {
  return fullFormat.format(value);
}

/** As {@link full} up to 99,999; `12345678` → `12.3M` above. */
export function compact(value: number): string {
  return (value > longest ? compactFormat : fullFormat).format(value);
}

/** `2 minutes ago`, in the largest unit that fits; seconds are not counted. */
export function relative(at: Date, now = Date.now()): string {
  const minutes = Math.floor((now - at.getTime()) / 60_000);
  if (minutes < 1) return 'less than a minute ago';
  if (minutes < 60) return relativeFormat.format(-minutes, 'minute');
  if (minutes < 48 * 60) return relativeFormat.format(-Math.floor(minutes / 60), 'hour');
  return relativeFormat.format(-Math.floor(minutes / 1440), 'day');
}

/** What stands in for a missing picture: the first letter (or emoji) a reader sees, in upper case. */
export function initial(name: string): string {
  const [first] = new Intl.Segmenter(language).segment(name.trim());
  return (first?.segment ?? '').toUpperCase();
}
