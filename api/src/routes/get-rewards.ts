import type { Rewards } from '@wee5/contract';
import type { Request, Response } from 'express';
import type { AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { readPublicCommunity } from './read-public-community.ts';
import { sendRead } from './send-read.ts';

/** `GET /communities/{communityId}/rewards` */
export function getRewards(context: AppContext) {
  return async (request: Request<{ communityId: string }>, response: Response): Promise<void> => {
    const { communityId } = await readPublicCommunity(context, request);
    const found = await context.functions.getRewards(communityId, null);
    if (!found) throw new ApiError('unknown-community', 'The community is gone.');
    // A reward has a state for a member only, and a page is nobody.
    const rewards = found.rewards.map((reward) => ({ ...reward, state: null }));
    sendRead(request, response, { rewards, version: found.version } satisfies Rewards);
  };
}
