import type { Database } from '../port.ts';
import type { Adjustment, AdjustOutcome, Award, AwardResult, TakeBack, TakeBackResult } from '../rows.ts';
import type { NamedMember } from './named-member.ts';

export function awardFunctions(database: Database) {
  return {
    /** Decides and books many awards in one transaction; results are in the order of `awards`. */
    awardXp(awards: Award[]): Promise<AwardResult[]> {
      return database.call('award_xp', { awards });
    },

    /**
     * Takes back, or gives back, what payments and memberships gave, as far as the newest word of each refund, dispute
     * and deactivation says; results are in the order of `takeBacks`. Their communities must exist.
     */
    takeBack(takeBacks: TakeBack[]): Promise<TakeBackResult[]> {
      return database.call('take_back', { take_backs: takeBacks });
    },

    /** Moves `last_active` forward for members whose activity was refused before it reached `award_xp`. */
    touchMembers(touches: { communityId: string; userId: string; at: string }[]): Promise<number> {
      return database.call('touch_members', { touches });
    },

    /** Gives, takes or sets XP of a member, who need not exist yet; null for an unknown community. */
    adjustXp(named: NamedMember, adjustment: Adjustment, at: string): Promise<AdjustOutcome | null> {
      const { communityId: community_id, userId: user_id } = named;
      return database.call('adjust_xp', { community_id, user_id, adjustment, at });
    },
  };
}
