/** How a language writes numbers and initials, by `Intl`. */
export interface Format {
  /** A BCP 47 tag: `pt-BR`. */
  readonly language: string;
  /** `4675` → `4,675`. */
  full: (value: number) => string;
  /** As `full` up to 99,999; `12345678` → `12.3M` above. */
  compact: (value: number) => string;
  /** What stands in for a missing picture: the first letter (or emoji) a reader sees, in upper case. */
  initial: (name: string) => string;
}

/** The largest number written in full. */
const longest = 99_999;

/** Where English is written as in these, it is by hand: the first formatter of a page costs it as much as a widget. */
export const simple = /^en(-(us|ca|au|nz|ie))?$/i;

export function createFormat(language: string): Format {
  const isSimple = simple.test(language);
  const numbers = once(() => new Intl.NumberFormat(language));
  const short = once(
    () => new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }),
  );
  const full = (value: number) =>
    isSimple && Number.isSafeInteger(value) ? grouped(value) : numbers().format(value);
  return {
    language,
    full,
    compact: (value) => {
      if (value > longest) return isSimple ? shortened(value) : short().format(value);
      return full(value);
    },
    initial: (name) => (firstLetter(name.trim(), language) ?? '').toLocaleUpperCase(language),
  };
}

/** Makes something when it is asked for, and then keeps it. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function grouped(value: number): string {
  return `${value}`.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Rounded before it finds its unit: 999,950 is 1M. */
function shortened(value: number, unit = 0): string {
  const inUnit = Math.round(value / 10 ** (3 * unit + 2)) / 10;
  return inUnit < 1_000 || unit === 3 ? inUnit + 'KMBT'[unit]! : shortened(value, unit + 1);
}

/** A letter before another one, where neither is of those few that join. Nobody needs to tell where it ends. */
const lone = /^[\p{L} -~](?=$|[\p{L} -~])/u;
const joining = /^.?[\u0d4e\u0e33\u0eb3\u1100-\u11ff\ua960-\ua97f\ud7b0-\udfff\uff9e\uff9f]/;

function firstLetter(name: string, language: string): string | undefined {
  if (lone.test(name) && !joining.test(name)) return name[0];
  const [first] = new Intl.Segmenter(language).segment(name);
  return first?.segment;
}
