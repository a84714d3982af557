import type { Database } from '../port.ts';
import type { ActivityPosition, QuarantinedEvent, QuarantinedEventRow, QuarantinePage } from '../rows.ts';

export function quarantineFunctions(database: Database) {
  return {
    quarantineEvent(event: QuarantinedEvent): Promise<null> {
      return database.call('quarantine_event', { event });
    },

    /** Deletes quarantined events older than 30 days; returns how many. */
    deleteExpiredEvents(at: string): Promise<number> {
      return database.call('delete_expired_events', { at });
    },

    /** Events kept aside, newest first; those whose community could not be found are under the empty id. */
    listQuarantinedEvents(query: {
      communityId: string;
      before: ActivityPosition | null;
      limit: number;
    }): Promise<QuarantinePage> {
      return database.call('list_quarantined_events', {
        community_id: query.communityId,
        before: query.before,
        page_limit: query.limit,
      });
    },

    /** The oldest of them, or those of these ids, oldest first. */
    findQuarantinedEvents(
      communityId: string,
      webhookIds: string[] | null,
      limit: number,
    ): Promise<QuarantinedEventRow[]> {
      return database.call('find_quarantined_events', {
        community_id: communityId,
        webhook_ids: webhookIds,
        page_limit: limit,
      });
    },

    /** Forgets events that could be used after all; returns how many there were. */
    leaveQuarantine(communityId: string, webhookIds: string[]): Promise<number> {
      return database.call('leave_quarantine', { community_id: communityId, webhook_ids: webhookIds });
    },
  };
}
