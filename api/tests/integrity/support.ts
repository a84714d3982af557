import type { Award, DatabaseFunctions } from '../../src/database/functions.ts';

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
  return {
    communityId,
    userId,
    type: 'chat',
    key: `chat:${communityId}:${userId}`,
    at: '2026-11-20T12:00:00.000Z',
    xp: 15,
    configVersion: 1,
    receipt: { rule: 'chat', configVersion: 1, base: 15, multipliers: [] },
    facts: {},
    refusal: null,
    counterpartId: null,
    replyToKey: null,
    newcomerXp: 0,
    newcomerDays: 0,
    username: null,
    displayName: null,
    joinedAt: null,
  };
}
