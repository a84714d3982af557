import type { ActivityType, EffortBank } from '@wee5/contract';
import type { Configuration } from '../database/functions.ts';
import { cooldownOf } from '../pipeline/cooldown-of.ts';
import { ruleOf } from '../pipeline/score/rule-of.ts';

/** What bounds a source; what is absent does not. */
export interface Limits {
  cooldownMs: number;
  repeatMs: number | undefined;
  effortBank: EffortBank | undefined;
  caps: Cap[];
}

export interface Cap {
  of: 'source' | 'all';
  period: 'day' | 'week';
  limit: number;
}

const DAY_MS = 86_400_000;

export function limitsOf(configuration: Configuration, type: ActivityType): Limits {
  const { rules } = configuration;
  const rule = ruleOf(rules, type);
  const isReaction = type === 'reaction' || type === 'reaction_received';
  const repeatDays = isReaction ? rules.repeatReactions?.withinDays : undefined;
  return {
    cooldownMs: 1000 * cooldownOf(configuration, type),
    repeatMs: repeatDays && repeatDays * DAY_MS,
    effortBank: rule?.effortBank,
    caps: [
      capOf('source', 'day', rule?.dailyCap),
      capOf('source', 'week', rule?.weeklyCap),
      capOf('all', 'day', rules.dailyCap),
      capOf('all', 'week', rules.weeklyCap),
    ].flat(),
  };
}

function capOf(of: Cap['of'], period: Cap['period'], limit: number | undefined): Cap[] {
  return limit === undefined ? [] : [{ of, period, limit }];
}
