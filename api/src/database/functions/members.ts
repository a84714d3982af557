import type { MemberEntry, UpdateMeRequest } from '@wee5/contract';
import type { Database } from '../port.ts';
import type { MemberExportRow, MemberList, MemberPosition, ProfileRow, SettingsOutcome } from '../rows.ts';
import type { NamedMember } from './named-member.ts';
import { PATIENT } from './patience.ts';

export function memberFunctions(database: Database) {
  return {
    /** Members as the creator sees them, most XP first; `query` is a whole id or part of a name. */
    listMembers(
      communityId: string,
      filter: {
        query?: string | undefined;
        excluded?: boolean | undefined;
        limit: number;
        after: MemberPosition | null;
      },
    ): Promise<MemberList | null> {
      return database.call('list_members', { community_id: communityId, filter });
    },

    /** Takes a member off every board, or puts them back; null for one who does not exist. */
    excludeMember(
      { communityId: community_id, userId: user_id }: NamedMember,
      excluded: boolean,
    ): Promise<MemberEntry | null> {
      return database.call('exclude_member', { community_id, user_id, excluded });
    },

    /** What a member decides about themselves, who need not exist yet; null for an unknown community. */
    updateMe(
      { communityId: community_id, userId: user_id }: NamedMember,
      settings: UpdateMeRequest,
    ): Promise<SettingsOutcome | null> {
      return database.call('update_me', { community_id, user_id, settings });
    },

    /** Deletes a member and every trace of their id; `sources` is where they had been active. Null for who does not exist. */
    eraseMember(communityId: string, userId: string): Promise<{ sources: string[] } | null> {
      return database.call('erase_member', { community_id: communityId, user_id: userId }, PATIENT);
    },

    /** Everything kept about a member but the log; null for who does not exist. */
    getMemberExport(communityId: string, userId: string): Promise<MemberExportRow | null> {
      return database.call('get_member_export', { community_id: communityId, user_id: userId });
    },

    /** Of these members, whose profile was never fetched or before `before`; members who do not exist are left out. */
    findStaleProfiles(communityId: string, userIds: string[], before: string): Promise<string[]> {
      return database.call('find_stale_profiles', {
        community_id: communityId,
        user_ids: userIds,
        before,
      });
    },

    /**
     * Writes profiles of members who exist, unless a newer one is there, and tells viewers where something they see
     * has changed; returns how many did.
     */
    saveProfiles(profiles: ProfileRow[]): Promise<number> {
      return database.call('save_profiles', { profiles });
    },
  };
}
