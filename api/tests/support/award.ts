import type { Award } from '../../src/database/functions.ts';

/** A plain chat message's award, as the path sends it, with what matters to a test replaced. */
export function awardOf(
  changes: Pick<Award, 'communityId' | 'userId' | 'key' | 'at'> & Partial<Award>,
): Award {
  const { type = 'chat', xp = 15, configVersion = 1 } = changes;
  return {
    type,
    xp,
    configVersion,
    receipt: { rule: type, configVersion, base: xp, multipliers: [] },
    facts: {},
    refusal: null,
    counterpartId: null,
    replyToKey: null,
    newcomerXp: 0,
    newcomerDays: 0,
    username: null,
    displayName: null,
    joinedAt: null,
    ...changes,
  };
}
