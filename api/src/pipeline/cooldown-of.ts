import type { ActivityType } from '@wee5/contract';
import type { Configuration } from '../database/functions.ts';
import { ruleOf } from './score/rule-of.ts';

const COOLED_BY_DEFAULT: ReadonlySet<ActivityType> = new Set(['chat', 'reply', 'reaction']);

/**
 * Seconds that have to lie between two awarded activities of a member and source; 0 for none. The same as the
 * database says (`limits_of`): an effort bank takes the place of a cooldown.
 */
export function cooldownOf(configuration: Configuration, type: ActivityType): number {
  const rule = ruleOf(configuration.rules, type);
  if (rule?.effortBank) return 0;
  return rule?.cooldownSeconds ?? (COOLED_BY_DEFAULT.has(type) ? configuration.cooldownSeconds : 0);
}
