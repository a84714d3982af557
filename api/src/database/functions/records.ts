import type { Database } from '../port.ts';
import type { ActivityPage, ActivityPosition, LogExport, MemberActivityPage } from '../rows.ts';

export function recordFunctions(database: Database) {
  return {
    /** A member's own entries, newest first; null for an unknown community. */
    getMemberActivity(query: {
      communityId: string;
      userId: string;
      before: ActivityPosition | null;
      limit: number;
    }): Promise<MemberActivityPage | null> {
      return database.call('get_member_activity', {
        community_id: query.communityId,
        user_id: query.userId,
        before: query.before,
        page_limit: query.limit,
      });
    },

    /** Everybody's entries, newest first, or those of one member or type. */
    getCommunityActivity(query: {
      communityId: string;
      userId: string | null;
      type: string | null;
      before: ActivityPosition | null;
      limit: number;
    }): Promise<ActivityPage> {
      return database.call('get_community_activity', {
        community_id: query.communityId,
        user_id: query.userId,
        activity_type: query.type,
        before: query.before,
        page_limit: query.limit,
      });
    },

    /** A page of a member's log, newest first, with what scoring looked at. */
    getLogExport(query: {
      communityId: string;
      userId: string;
      before: ActivityPosition | null;
      limit: number;
    }): Promise<LogExport> {
      return database.call('get_log_export', {
        community_id: query.communityId,
        user_id: query.userId,
        before: query.before,
        page_limit: query.limit,
      });
    },
  };
}
