import type { Receipt, Refusal } from '@wee5/contract';
import type { Configuration } from '../database/functions.ts';
import { baseOf } from './score/base.ts';
import { multiply, roundHalfUp, toDecimal } from './score/decimal.ts';
import { holding, stack } from './score/multipliers.ts';
import { refusalOf } from './score/refusal.ts';
import { ruleOf } from './score/rule-of.ts';
import type { ScoredActivity } from './score/scored-activity.ts';

export { isOff } from './score/base.ts';

export interface Score {
  /** 0 for what the rules refuse. */
  xp: number;
  receipt: Receipt;
  refusal: Refusal | null;
  /** What is added where the reply answers a newcomer, who joined at most `newcomerDays` ago: multipliers included. */
  newcomerXp: number;
  newcomerDays: number;
}

/** What an activity is worth under a configuration. Whether it counts is for the database to say. */
export function score(configuration: Configuration, activity: ScoredActivity): Score {
  const { rules } = configuration;
  const { base, range } = baseOf(configuration, activity);
  const multipliers = holding(rules, activity);
  const multiplier = stack(multipliers, rules);
  const refused = refusalOf(configuration, activity, base);
  const receipt: Receipt = {
    rule: activity.type,
    configVersion: configuration.version,
    base,
    ...(range && { range }),
    multipliers: multipliers.map(({ name, factor }) => ({ name, factor })),
    ...(multiplier !== 1 && { multiplier }),
    ...(refused?.minLength && { minLength: refused.minLength }),
  };
  if (refused) return { xp: 0, receipt, refusal: refused.refusal, newcomerXp: 0, newcomerDays: 0 };
  const xp = worth(base, multiplier);
  const bonus = activity.replyToKey ? ruleOf(rules, activity.type)?.newcomerBonus : undefined;
  return {
    xp,
    receipt,
    refusal: null,
    newcomerXp: bonus ? worth(base + bonus.xp, multiplier) - xp : 0,
    newcomerDays: bonus?.withinDays ?? 0,
  };
}

/** `xp × multiplier`, from a half on the next whole XP. */
function worth(xp: number, multiplier: number): number {
  return multiplier === 1 ? xp : roundHalfUp(multiply(toDecimal(xp), toDecimal(multiplier)));
}
