import type { EntryType, Refusal } from '../activity.ts';
import type { EntryReceipt, Receipt } from './receipt.ts';
import { duration, earn, numberWords, ordinal, signed, sourceWords } from './summary-words.ts';

/** What a summary is made of: an entry of the log without its times. */
export interface Summarized {
  type: EntryType;
  xp: number;
  refusal: Refusal | null;
  receipt: Receipt | EntryReceipt;
}

/**
 * An entry of the log in words, with the arithmetic behind it.
 *
 * @example
 * '+18 = 12 × 1.5 weekend'
 * '+8 = 15 ÷ 2 (2nd reaction to the same member)'
 * '+5 of 15: 100 a day from chat reached'
 * '0: chat can earn again in 23 s'
 * '−49: refund'
 */
export function activitySummary({ type, xp, refusal, receipt }: Summarized): string {
  if (type === 'adjustment' || type === 'reversal' || type === 'reset') {
    return `${signed(xp)}: ${entryWords[type](xp, receipt as EntryReceipt)}`;
  }
  // The log's column begins as `{}`.
  const because = { base: xp, multipliers: [], ...receipt } as Receipt;
  if (refusal === 'repeat') return `0 = ${formula(type, because)}`;
  if (refusal !== null) return `0: ${refusalWords[refusal](type, because)}`;
  return awardWords(type, xp, because);
}

const entryWords = {
  adjustment: (xp: number, { reason }: EntryReceipt) =>
    reason ?? (xp < 0 ? 'taken by the creator' : 'given by the creator'),
  reversal: (xp: number, { reason, share }: EntryReceipt) => {
    if (xp > 0) return `given back (${reason ?? 'taken before'})`;
    const part = share !== undefined && share > 0 && share < 1 ? ` of ${numberWords(share * 100)} %` : '';
    return `${reason ?? 'taken back'}${part}`;
  },
  reset: (xp: number, { reason }: EntryReceipt) => {
    if (xp > 0) return 'reset undone';
    return reason ? `reset, ${reason}` : 'reset';
  },
};

const refusalWords: Record<Exclude<Refusal, 'repeat'>, (type: EntryType, receipt: Receipt) => string> = {
  cooldown: (type, { cooldownLeft }) => {
    const { many } = sourceWords(type);
    return cooldownLeft === undefined
      ? `${many} had a cooldown`
      : `${many} can earn again in ${duration(cooldownLeft)}`;
  },
  cap: (type, receipt) => clipWords(type, receipt) ?? `a cap on ${sourceWords(type).many} reached`,
  bank: (type) => `the effort bank of ${sourceWords(type).many} is empty`,
  'source-off': (type) => `${sourceWords(type).many} ${earn(sourceWords(type))} nothing here`,
  'too-short': (_type, { minLength }) =>
    minLength === undefined ? 'too short' : `shorter than ${numberWords(minLength)} characters`,
  'no-xp-experience': () => 'nothing is earned in this experience',
  'no-xp-member': () => 'this member earns nothing',
};

function awardWords(type: EntryType, xp: number, receipt: Receipt): string {
  const clipped = clipWords(type, receipt);
  const whole = valueOf(receipt);
  const steps = formula(type, receipt);
  const isPlain = steps === numberWords(whole);
  if (clipped && xp < whole) {
    return `${signed(xp)} of ${numberWords(whole)}${isPlain ? '' : ` (${steps})`}: ${clipped}`;
  }
  return isPlain ? `${signed(xp)}: ${sourceWords(type).one}` : `${signed(xp)} = ${steps}`;
}

/** What took something away, if a cap or bank did. */
function clipWords(type: EntryType, { cap, bank }: Receipt): string | null {
  const { many } = sourceWords(type);
  if (cap) {
    const from = cap.of === 'source' ? ` from ${many}` : '';
    return `${numberWords(cap.limit)} a ${cap.period}${from} reached`;
  }
  if (bank) {
    return `the effort bank of ${many} held ${numberWords(bank.left)} of ${numberWords(bank.capacity)}`;
  }
  return null;
}

/** `(20 + 5 newcomer) × 1.5 weekend ÷ 2 (2nd reaction to the same member)` */
function formula(type: EntryType, { base, range, bonus, repeat, ...receipt }: Receipt): string {
  const drawn = range ? ` (drawn from ${numberWords(range.min)} to ${numberWords(range.max)})` : '';
  const start = `${numberWords(base)}${drawn}`;
  const factors = factorWords(receipt);
  const sum = bonus ? `${start} + ${numberWords(bonus.xp)} ${bonus.name}` : start;
  const direction = type === 'reaction_received' ? 'from' : 'to';
  const divided = repeat
    ? ` ÷ ${numberWords(repeat)} (${ordinal(repeat)} reaction ${direction} the same member)`
    : '';
  return bonus && (factors || divided) ? `(${sum})${factors}${divided}` : `${sum}${factors}${divided}`;
}

/** Each factor by itself where they multiply to what was used; otherwise what they made together. */
function factorWords({
  multipliers = [],
  multiplier = 1,
}: Pick<Receipt, 'multipliers' | 'multiplier'>): string {
  if (multipliers.length === 0) return '';
  const product = multipliers.reduce((sum, { factor }) => sum * factor, 1);
  const named = multipliers.map(({ name, factor }) => `${numberWords(factor)} ${name}`);
  return Math.abs(product - multiplier) < 1e-9 * product
    ? named.map((each) => ` × ${each}`).join('')
    : ` × ${numberWords(multiplier)} (${named.join(', ')})`;
}

/** What the formula makes, before a cap or bank took something away. */
function valueOf({ base, bonus, multiplier = 1, repeat = 1 }: Receipt): number {
  const exact = ((base + (bonus?.xp ?? 0)) * multiplier) / repeat;
  // 15 × 1.1 is 16.5, which binary fractions miss by little.
  return Math.round(Number(exact.toPrecision(15)));
}
