import type { Database } from '../port.ts';
import type { MembershipRow, MembershipWord } from '../rows.ts';

export function membershipFunctions(database: Database) {
  return {
    /**
     * Keeps the newest word of each membership; returns how many rows it told something new. Their communities must
     * exist.
     */
    saveMemberships(memberships: MembershipWord[]): Promise<number> {
      return database.call('save_memberships', { memberships });
    },

    /** Which products each of these members held at a time, ISO 8601 with zone; in the order of `members`. */
    findProducts(members: { communityId: string; userId: string; at: string }[]): Promise<string[][]> {
      return database.call('find_products', { members });
    },

    /** A community's memberships by id, after `afterId`, at most `limit` of them. */
    listMemberships(communityId: string, afterId: string | null, limit: number): Promise<MembershipRow[]> {
      return database.call('list_memberships', {
        community_id: communityId,
        after_id: afterId,
        page_limit: limit,
      });
    },
  };
}
