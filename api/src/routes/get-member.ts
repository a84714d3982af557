import type { RankCard } from '@wee5/contract';
import type { Request, Response } from 'express';
import type { AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { readOwnCard, toRankCard } from './rank-card.ts';
import { readCommunity, readId, readOwnId, type Reader } from './read-community.ts';
import { sendRead } from './send-read.ts';

/** `GET /communities/{communityId}/members/{userId}` and `/members/me` */
export function getMember(context: AppContext) {
  return async (
    request: Request<{ communityId: string; userId: string }>,
    response: Response,
  ): Promise<void> => {
    const named = readId('userId', request.params.userId);
    const reader = await readCommunity(context, request);
    const userId = named === 'me' ? readOwnId(reader) : named;
    sendRead({ request, response, reader }, await readCard(context, reader, userId));
  };
}

async function readCard(context: AppContext, reader: Reader, userId: string): Promise<RankCard> {
  const { community, viewer } = reader;
  const { scope } = viewer;
  if (userId === viewer.userId) return readOwnCard(context, community, { userId, scope });
  const row = await context.functions.getRankCard({
    communityId: community.communityId,
    userId,
    scope,
    viewerId: viewer.userId,
    at: context.now().toISOString(),
  });
  if (!row) throw new ApiError('unknown-member', 'Nobody with this id is shown here: check the id.');
  return toRankCard(row);
}
