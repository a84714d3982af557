import type { Request, Response } from 'express';
import type { AppContext } from '../../context.ts';
import { readCommunity, readId, readOwnId } from '../read-community.ts';
import { sendRead } from '../send-read.ts';
import { readRankCard } from './rank-card.ts';

/** `GET /communities/{communityId}/members/{userId}` and `/members/me` */
export function getMember(context: AppContext) {
  return async (
    request: Request<{ communityId: string; userId: string }>,
    response: Response,
  ): Promise<void> => {
    const named = readId('userId', request.params.userId);
    const reader = await readCommunity(context, request);
    const userId = named === 'me' ? readOwnId(reader.identity) : named;
    const { community, viewer } = reader;
    const card = await readRankCard(context, { community, userId, viewer });
    context.profiles.want(community.communityId, [userId]);
    sendRead({ request, response, reader }, card);
  };
}
