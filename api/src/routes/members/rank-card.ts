import type { RankCard } from '@wee5/contract';
import type { AppContext } from '../../context.ts';
import type { CommunityRow, MemberRow } from '../../database/functions.ts';
import { ApiError } from '../../errors.ts';
import { dressOf } from '../../levels/level-dress.ts';
import type { Watcher } from '../../live/topics.ts';

export interface CardQuery {
  community: CommunityRow;
  userId: string;
  viewer: Watcher;
}

/** A member's card as the viewer may see it; one's own is there before any XP. Rejects with `unknown-member`. */
export async function readRankCard(
  { functions, now }: Pick<AppContext, 'functions' | 'now'>,
  { community, userId, viewer }: CardQuery,
): Promise<RankCard> {
  const row = await functions.getRankCard({
    communityId: community.communityId,
    userId,
    scope: viewer.scope,
    viewerId: viewer.userId,
    at: now().toISOString(),
  });
  if (!row) throw new ApiError('unknown-member', 'Nobody with this id is shown here: check the id.');
  return { ...row, ...dressOf(community, row.level), progress: progressOf(row) };
}

function progressOf({ xp, levelXp, nextLevelXp }: MemberRow): number {
  if (nextLevelXp === null) return 1;
  // A level that was kept may begin above the total.
  return Math.max(0, (xp - levelXp) / (nextLevelXp - levelXp));
}
