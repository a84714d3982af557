import type { RankCard } from '@wee5/contract';
import type { Request, Response } from 'express';
import type { AppContext } from '../context.ts';
import type { MemberRow } from '../database/functions.ts';
import { ApiError } from '../errors.ts';
import { readId, readPublicCommunity } from './read-public-community.ts';
import { sendRead } from './send-read.ts';

/** `GET /communities/{communityId}/members/{userId}` */
export function getMember(context: AppContext) {
  return async (
    request: Request<{ communityId: string; userId: string }>,
    response: Response,
  ): Promise<void> => {
    const userId = readId('userId', request.params.userId);
    if (userId === 'me') {
      throw new ApiError('unauthenticated', 'Who `me` is takes a member token: give a user id instead.');
    }
    const { communityId } = await readPublicCommunity(context, request);
    const at = context.now().toISOString();
    const card = await context.functions.getRankCard({
      communityId,
      userId,
      scope: 'public',
      viewerId: null,
      at,
    });
    if (!card) throw new ApiError('unknown-member', 'Nobody with this id is shown here: check the id.');
    context.profiles.want(communityId, [userId]);
    sendRead(request, response, toRankCard(card));
  };
}

function toRankCard(row: MemberRow): RankCard {
  return { ...row, levelName: null, progress: progressOf(row) };
}

function progressOf({ xp, levelXp, nextLevelXp }: MemberRow): number {
  return nextLevelXp === null ? 1 : (xp - levelXp) / (nextLevelXp - levelXp);
}
