import type { Rewards } from '@wee5/contract';
import type { Response } from 'express';
import type { AppContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { readCommunity, type CommunityRequest } from '../read-community.ts';
import { sendRead } from '../send-read.ts';

/** `GET /communities/{communityId}/rewards` */
export function getRewards(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const reader = await readCommunity(context, request);
    const { userId, scope } = reader.viewer;
    const { communityId } = reader.community;
    const found = await context.functions.getRewards(communityId, userId, scope === 'admin');
    if (!found) throw new ApiError('unknown-community', 'The community is gone.');
    // A reward has a state for a member only.
    const rewards =
      userId === null ? found.rewards.map((reward) => ({ ...reward, state: null })) : found.rewards;
    sendRead({ request, response, reader }, { rewards, version: found.version } satisfies Rewards);
  };
}
