import type { Multiplier, Rules, Stacking } from '@wee5/contract';
import { add, multiply, toDecimal, toNumber, type Decimal } from './decimal.ts';
import type { ScoredActivity } from './scored-activity.ts';

/** Multipliers never make more together, whatever the rules leave open: the most that `maxMultiplier` may say. */
const LARGEST_MULTIPLIER = 1000;

const ONE = toDecimal(1);

/** Those whose every condition holds. */
export function holding({ multipliers }: Rules, activity: ScoredActivity): Multiplier[] {
  return multipliers.filter((multiplier) => holds(multiplier, activity));
}

/** What they make together: 1 without any. */
export function stack(multipliers: Multiplier[], { stacking, maxMultiplier }: Rules): number {
  if (multipliers.length === 0) return 1;
  const together = toNumber(combine[stacking](multipliers.map(({ factor }) => toDecimal(factor))));
  return Math.min(Math.max(together, 0), maxMultiplier ?? LARGEST_MULTIPLIER);
}

const combine: Record<Stacking, (factors: Decimal[]) => Decimal> = {
  highest: (factors) => factors.reduce((one, other) => (toNumber(one) >= toNumber(other) ? one : other)),
  additive: (factors) => factors.reduce((sum, factor) => add(sum, add(factor, toDecimal(-1))), ONE),
  compound: (factors) => factors.reduce(multiply, ONE),
};

function holds(multiplier: Multiplier, { type, experienceId, productIds = [], at }: ScoredActivity): boolean {
  const { sources, experiences, products, startsAt, endsAt } = multiplier;
  const time = at.getTime();
  return (
    (!sources || sources.includes(type)) &&
    (!experiences || (experienceId !== null && experiences.includes(experienceId))) &&
    (!products || products.some((product) => productIds.includes(product))) &&
    (startsAt === undefined || Date.parse(startsAt) <= time) &&
    (endsAt === undefined || time < Date.parse(endsAt))
  );
}
