import type { Format } from '../../messages/format.ts';

/** How receipts write numbers in one language. */
export interface Numbers {
  /** `1,234` and `1.5` */
  plain: (value: number) => string;
  /** `+18`, `−49` or `0`; `+12.3M` above 99,999 */
  signed: (value: number) => string;
  /** The two greatest units that are not 0: `23 sec`, `1 min 30 sec` */
  duration: (seconds: number) => string;
}

/** The largest number written in full. */
const longest = 99_999;

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

const made = new Map<string, Numbers>();

export function numbersOf({ language }: Format): Numbers {
  const known = made.get(language) ?? create(language);
  made.set(language, known);
  return known;
}

function create(language: string): Numbers {
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
  const signed = new Intl.NumberFormat(language, { signDisplay: 'exceptZero' });
  const short = new Intl.NumberFormat(language, {
    signDisplay: 'exceptZero',
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  const inUnit = (value: number, unit: string) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  return {
    plain: (value) => plain.format(value),
    // A hyphen is too short beside a plus.
    signed: (value) => (Math.abs(value) > longest ? short : signed).format(value).replace('-', '−'),
    duration: (seconds) => {
      const parts = units.flatMap(([unit, size], index) => {
        const count = Math.floor((seconds % (units[index - 1]?.[1] ?? Infinity)) / size);
        return count > 0 ? [inUnit(count, unit)] : [];
      });
      return parts.slice(0, 2).join(' ') || inUnit(0, 'second');
    },
  };
}
