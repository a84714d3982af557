import type { Award, DatabaseFunctions } from '../../src/database/functions.ts';
import { awardOf } from '../support/award.ts';

const defaults = { visibility: 'public', levelThresholds: [10, 30] } as const;

/** A community with so many members, each with one message worth 15 XP; `user_0`, `user_1`, … */
export async function populate(
  functions: DatabaseFunctions,
  communityId: string,
  members = 2,
): Promise<void> {
  const thresholds = [...defaults.levelThresholds];
  await functions.ensureCommunities([communityId], { ...defaults, levelThresholds: thresholds });
  await functions.awardXp(Array.from({ length: members }, (_, n) => message(communityId, `user_${n}`)));
}

function message(communityId: string, userId: string): Award {
  return awardOf({
    communityId,
    userId,
    key: `chat:${communityId}:${userId}`,
    at: '2026-11-20T12:00:00.000Z',
  });
}
