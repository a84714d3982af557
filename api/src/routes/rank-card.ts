import { levelAt, type RankCard } from '@wee5/contract';
import type { AppContext } from '../context.ts';
import type { CommunityRow, MemberRow, ViewerScope } from '../database/functions.ts';
import { ApiError } from '../errors.ts';

export function toRankCard(row: MemberRow): RankCard {
  return { ...row, levelName: null, progress: progressOf(row) };
}

/** A member's own card, which is there before any XP. */
export async function readOwnCard(
  { functions, now }: Pick<AppContext, 'functions' | 'now'>,
  community: CommunityRow,
  { userId, scope }: { userId: string; scope: ViewerScope },
): Promise<RankCard> {
  const { communityId } = community;
  const viewer = { communityId, scope, viewerId: userId };
  const row = await functions.getRankCard({ ...viewer, userId, at: now().toISOString() });
  if (row) return toRankCard(row);
  const board = await functions.getLeaderboard({ ...viewer, limit: 1, after: null, aroundUserId: null });
  if (!board) throw new ApiError('unknown-community', 'The community is gone.');
  return toRankCard(toFirstRow(userId, community, board));
}

function toFirstRow(
  userId: string,
  { levelThresholds }: CommunityRow,
  { total, version }: { total: number; version: number },
): MemberRow {
  const level = levelAt(0, levelThresholds);
  return {
    userId,
    username: null,
    displayName: null,
    avatarUrl: null,
    xp: 0,
    level,
    levelXp: 0,
    nextLevelXp: levelThresholds[level] ?? null,
    rank: null,
    total,
    streakDays: 0,
    lastActiveAt: null,
    nextEligibleAt: { chat: null, reply: null, reaction: null },
    version,
  };
}

function progressOf({ xp, levelXp, nextLevelXp }: MemberRow): number {
  return nextLevelXp === null ? 1 : (xp - levelXp) / (nextLevelXp - levelXp);
}
