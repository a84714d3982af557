import type { Database } from '../port.ts';
import type { Board, BoardQuery, MemberRow, ViewerScope } from '../rows.ts';

export function boardFunctions(database: Database) {
  return {
    /** A page of a board: from the top, after a position, or around a member; null for an unknown community. */
    getLeaderboard(query: BoardQuery): Promise<Board | null> {
      return database.call('get_leaderboard', {
        community_id: query.communityId,
        viewer_scope: query.scope,
        viewer_id: query.viewerId,
        board: query.board,
        window_kind: query.window,
        window_at: query.windowAt,
        at: query.now,
        page_limit: query.limit,
        after: query.after,
        around_user_id: query.aroundUserId,
      });
    },

    /** One member's card; null for a member who does not exist or whom the viewer may not see. */
    getRankCard(query: {
      communityId: string;
      userId: string;
      scope: ViewerScope;
      viewerId: string | null;
      at: string;
    }): Promise<MemberRow | null> {
      return database.call('get_rank_card', {
        community_id: query.communityId,
        user_id: query.userId,
        viewer_scope: query.scope,
        viewer_id: query.viewerId,
        at: query.at,
      });
    },
  };
}
