import type { ActivityType, Receipt } from '@wee5/contract';
import type { Configuration } from '../database/functions.ts';
import type { Activity } from './activity.ts';

/** What an activity is worth under a configuration. Whether it counts is for the database to say. */
export function score(configuration: Configuration, activity: Activity): { xp: number; receipt: Receipt } {
  const base = baseOf(configuration, activity.type);
  return {
    xp: base,
    receipt: { rule: activity.type, base, multipliers: [], configVersion: configuration.version },
  };
}

function baseOf(configuration: Configuration, type: ActivityType): number {
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
