import { rulesSchema, type Rules } from '@wee5/contract';
import { DatabaseError, type Database } from '../port.ts';
import type { CommunityDefaults, CommunityRow, CommunityState, Configuration } from '../rows.ts';

export function communityFunctions(database: Database) {
  return {
    /** The configurations of these communities; those that do not exist yet are created with `defaults`. */
    async ensureCommunities(communityIds: string[], defaults: CommunityDefaults): Promise<Configuration[]> {
      const configurations = await database.call<(Omit<Configuration, 'rules'> & { rules: unknown })[]>(
        'ensure_communities',
        { community_ids: communityIds, defaults },
      );
      return configurations.map((each) => ({ ...each, rules: readRules(each) }));
    },

    getCommunity(communityId: string): Promise<CommunityRow | null> {
      return database.call('get_community', { community_id: communityId });
    },

    /** Where these communities stand; unknown ones are left out. */
    getCommunityStates(communityIds: string[]): Promise<CommunityState[]> {
      return database.call('get_community_states', { community_ids: communityIds });
    },
  };
}

/** Rules of a shape we do not know can never be applied: what is refused because of them is kept until they are. */
function readRules({ communityId, rules }: { communityId: string; rules: unknown }): Rules {
  const { data, error } = rulesSchema.safeParse(rules);
  if (data) return data;
  const paths = error.issues.map(({ path }) => path.join('.') || 'rules').join(', ');
  throw new DatabaseError(`The rules of ${communityId} are not understood (${paths}): save them again.`, {
    kind: 'poison',
  });
}
