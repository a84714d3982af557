import type { Award } from '../../src/database/functions.ts';

export const communityId = 'biz_bench';

const BEGINNING = Date.UTC(2026, 0, 5);
/** Coprime to any number of members that is round, so that everybody has their turn and nobody's neighbour follows. */
const STRIDE = 7919;

/** Awards `first` to `first + count`, a second apart, each of another member, as scoring hands them over. */
export function makeAwards({
  first,
  count,
  members,
}: {
  first: number;
  count: number;
  members: number;
}): Award[] {
  return Array.from({ length: count }, (_, index) => {
    const n = first + index;
    const member = (n * STRIDE) % members;
    return {
      communityId,
      userId: `user_${member}`,
      type: 'chat',
      key: `chat:post_${n}`,
      at: new Date(BEGINNING + n * 1000).toISOString(),
      xp: 15,
      configVersion: 1,
      receipt: { rule: 'chat', base: 15, multipliers: [], configVersion: 1 },
      facts: { experienceId: 'exp_general', length: 42 },
      refusal: null,
      counterpartId: null,
      replyToKey: null,
      newcomerXp: 0,
      newcomerDays: 0,
      username: `member${member}`,
      displayName: `Member ${member}`,
      joinedAt: null,
    };
  });
}
