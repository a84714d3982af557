import type { ActivityEntry } from '@wee5/client';
import type { Language } from '../../messages/language.ts';
import { moreWords } from '../../messages/more-words.ts';
import { numbersOf } from './numbers.ts';

/** The receipt of an activity. */
export type Receipt = Extract<ActivityEntry['receipt'], { base: number }>;

/** `(20 + 5 newcomer) × 1.5 weekend`, or `15 × 1.5 weekend ÷ 2 (reaction 2 to the same member)` */
export function formula(type: string, receipt: Receipt, language: Language): string {
  const { base, range, bonus, repeat } = receipt;
  const { plain } = numbersOf(language);
  const words = moreWords(language).activity;
  const start = range ? `${plain(base)} (${words.range(range.min, range.max)})` : plain(base);
  const sum = bonus ? `${start} + ${plain(bonus.xp)} ${bonus.name}` : start;
  const factors = factorsOf(receipt, plain);
  const times = repeat ? ` ÷ ${plain(repeat)} (${words.repeat(repeat, type === 'reaction_received')})` : '';
  return `${bonus && factors ? `(${sum})` : sum}${factors}${times}`;
}

/** Each factor by itself where they multiply to what was used; otherwise what they made together. */
function factorsOf({ multipliers, multiplier = 1 }: Receipt, plain: (value: number) => string): string {
  if (!multipliers.length) return '';
  const product = multipliers.reduce((all, { factor }) => all * factor, 1);
  const named = multipliers.map(({ name, factor }) => `${plain(factor)} ${name}`);
  const isProduct = Math.abs(product - multiplier) < 1e-9 * product;
  return isProduct
    ? named.map((each) => ` × ${each}`).join('')
    : ` × ${plain(multiplier)} (${named.join(', ')})`;
}

/** What the formula makes, before a cap or bank took something away. */
export function valueOf({ base, bonus, multiplier = 1, repeat = 1 }: Receipt): number {
  const exact = ((base + (bonus?.xp ?? 0)) * multiplier) / repeat;
  // 15 × 1.1 is 16.5, which binary fractions miss by little.
  return Math.round(Number(exact.toPrecision(15)));
}
