import type { RankCard } from '@wee5/contract';
import type { Request } from 'express';
import type { AppContext } from '../../context.ts';
import { readCommunity, readId, readOwnId, type Reader } from '../read-community.ts';
import { readRankCard } from './rank-card.ts';

export type MemberRequest = Request<{ communityId: string; userId: string }>;

/** The card that a request names, for whoever sends it. Throws what the request is answered with otherwise. */
export async function readMember(
  context: AppContext,
  request: MemberRequest,
): Promise<{ reader: Reader; card: RankCard }> {
  const named = readId('userId', request.params.userId);
  const reader = await readCommunity(context, request);
  const userId = named === 'me' ? readOwnId(reader.identity) : named;
  const { community, viewer } = reader;
  const card = await readRankCard(context, { community, userId, viewer });
  context.profiles.want(community.communityId, [userId]);
  return { reader, card };
}
