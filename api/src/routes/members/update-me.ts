import { updateMeRequestSchema, type RankCard } from '@wee5/contract';
import type { Response } from 'express';
import type { AppContext } from '../../context.ts';
import { unknownTimeZone } from '../../errors.ts';
import { unknownCommunity } from '../../identity/authorize.ts';
import type { CommunityRequest } from '../read-community.ts';
import { requireMember } from '../require-member.ts';
import { validate } from '../validate.ts';
import { readRankCard } from './rank-card.ts';

/** `PATCH /communities/{communityId}/members/me` */
export function updateMe(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const { community, viewer, userId } = await requireMember(context, request);
    const { communityId } = community;
    const wanted = validate(updateMeRequestSchema, request.body);
    const saved = await context.functions.updateMe({ communityId, userId }, wanted);
    if (!saved) throw unknownCommunity();
    if (saved.outcome === 'unknown-time-zone') throw unknownTimeZone();
    context.profiles.want(communityId, [userId]);
    const card = await readRankCard(context, { community, userId, viewer });
    response.setHeader('Cache-Control', 'no-store');
    response.json({ ...card, settings: saved.settings } satisfies RankCard);
  };
}
