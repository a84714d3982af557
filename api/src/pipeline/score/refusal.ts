import type { Refusal } from '@wee5/contract';
import type { Configuration } from '../../database/functions.ts';
import { isOff } from './base.ts';
import { ruleOf } from './rule-of.ts';
import type { ScoredActivity } from './scored-activity.ts';

/** Why the rules let an activity earn nothing, whatever else happened; null where they do not. */
export function refusalOf(
  configuration: Configuration,
  activity: ScoredActivity,
  base: number,
): { refusal: Refusal; minLength?: number } | null {
  const { rules } = configuration;
  const { type, userId, experienceId, contentLength } = activity;
  // A payment may be in a currency that the rule cannot value.
  if (isOff(configuration, type) || (type === 'payment' && base === 0)) return { refusal: 'source-off' };
  if (rules.noXpMembers.includes(userId)) return { refusal: 'no-xp-member' };
  if (experienceId !== null && rules.noXpExperiences.includes(experienceId)) {
    return { refusal: 'no-xp-experience' };
  }
  const minLength = ruleOf(rules, type)?.minLength ?? 0;
  return contentLength < minLength ? { refusal: 'too-short', minLength } : null;
}
