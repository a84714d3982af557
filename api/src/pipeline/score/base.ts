import type { ActivityType, XpRange } from '@wee5/contract';
import type { Configuration } from '../../database/functions.ts';
import { multiply, roundHalfUp, toDecimal } from './decimal.ts';
import { draw } from './draw.ts';
import { ruleOf, type SourceRule } from './rule-of.ts';
import type { ScoredActivity } from './scored-activity.ts';

/** What an activity is worth before multipliers, and the range that was drawn from. */
export interface Base {
  base: number;
  range?: XpRange;
}

/** No payment gives more: the greatest multiplier still leaves it a safe integer. */
const LARGEST_PAYMENT_XP = 1_000_000_000;

export function baseOf(configuration: Configuration, activity: ScoredActivity): Base {
  const rule = ruleOf(configuration.rules, activity.type);
  if (rule?.xpPerUnit !== undefined) return { base: paidFor(rule.xpPerUnit, rule.currency, activity) };
  const xp = fixedOrRange(configuration, activity.type, rule);
  return typeof xp === 'number' ? { base: xp } : { base: draw(xp, activity), range: xp };
}

/** Whether a source is worth nothing, whoever did whatever. */
export function isOff(configuration: Configuration, type: ActivityType): boolean {
  const rule = ruleOf(configuration.rules, type);
  if (rule?.xpPerUnit !== undefined) return false;
  const xp = fixedOrRange(configuration, type, rule);
  return (typeof xp === 'number' ? xp : xp.max) === 0;
}

function fixedOrRange(configuration: Configuration, type: ActivityType, rule: SourceRule | undefined) {
  if (rule?.xp !== undefined) return rule.xp;
  switch (type) {
    case 'chat':
      return configuration.chatXp;
    case 'reply':
      return configuration.replyXp;
    case 'reaction':
      return configuration.reactionXp;
    default:
      return 0;
  }
}

function paidFor(xpPerUnit: number, currency: string | undefined, activity: ScoredActivity): number {
  const amount = amountIn(currency, activity);
  if (amount <= 0) return 0;
  const xp = roundHalfUp(multiply(toDecimal(xpPerUnit), toDecimal(amount)));
  return Math.min(xp, LARGEST_PAYMENT_XP);
}

/** 0 for a currency that the rule cannot value. */
function amountIn(
  currency: string | undefined,
  { amount, currency: paid, usdAmount }: ScoredActivity,
): number {
  if (paid?.toLowerCase() === currency) return amount ?? 0;
  return currency === 'usd' ? (usdAmount ?? 0) : 0;
}
