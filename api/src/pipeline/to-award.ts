import type { ActivityFacts, Award } from '../database/functions.ts';
import type { Activity } from './activity.ts';
import type { Ruled } from './ruled.ts';
import { score } from './score.ts';

/** An activity with its worth under the rules of its community, as the database takes it. */
export function toAward({ item: activity, configuration }: Ruled<Activity>): Award {
  const { xp, receipt, refusal, newcomerXp, newcomerDays } = score(configuration, activity);
  return {
    communityId: activity.communityId,
    userId: activity.userId,
    type: activity.type,
    key: activity.key,
    at: activity.at.toISOString(),
    xp,
    configVersion: configuration.version,
    receipt,
    facts: factsOf(activity),
    refusal,
    counterpartId: activity.counterpartId,
    replyToKey: activity.replyToKey ?? null,
    newcomerXp,
    newcomerDays,
    username: activity.username,
    displayName: activity.displayName,
    joinedAt: activity.joinedAt?.toISOString() ?? null,
  };
}

/** What there is to know; whatever is absent is not written into every row of the log. */
function factsOf(activity: Activity): ActivityFacts {
  const { type, experienceId, contentLength, amount, currency, usdAmount, productId, replyToKey } = activity;
  return {
    ...(experienceId && { experienceId }),
    ...((type === 'chat' || type === 'reply') && { length: contentLength }),
    ...(typeof amount === 'number' && { amount }),
    ...(currency && { currency }),
    ...(typeof usdAmount === 'number' && { usdAmount }),
    ...(productId && { productId }),
    ...(replyToKey && { replyToKey }),
  };
}
