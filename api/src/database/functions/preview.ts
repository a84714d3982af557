import type { Database } from '../port.ts';
import type { PreviewedMember, PreviewFrame, ReplayableActivity } from '../rows.ts';

export function previewFunctions(database: Database) {
  return {
    /** What a preview begins with; null for an unknown community. */
    getPreviewFrame(window: {
      communityId: string;
      since: string;
      until: string;
      maxActivities: number;
    }): Promise<PreviewFrame | null> {
      return database.call('get_preview_frame', {
        community_id: window.communityId,
        since: window.since,
        until: window.until,
        max_activities: window.maxActivities,
      });
    },

    /** The activities from `since` to `until` in event-time order, after the last one of the page before. */
    listReplayable(page: {
      communityId: string;
      since: string;
      until: string;
      after: Pick<ReplayableActivity, 'at' | 'id'> | null;
      limit: number;
    }): Promise<ReplayableActivity[]> {
      return database.call('list_replayable', {
        community_id: page.communityId,
        since: page.since,
        until: page.until,
        after_at: page.after?.at ?? null,
        after_id: page.after?.id ?? null,
        page_limit: page.limit,
      });
    },

    /** Members by id, after `afterId`, at most `limit` of them. */
    listMembersToPreview(
      communityId: string,
      afterId: string | null,
      limit: number,
    ): Promise<PreviewedMember[]> {
      return database.call('list_members_to_preview', {
        community_id: communityId,
        after_id: afterId,
        page_limit: limit,
      });
    },
  };
}
