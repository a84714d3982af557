import { createRewardRequestSchema } from '@wee5/contract';
import type { Response } from 'express';
import type { AppContext } from '../../context.ts';
import { unknownCommunity } from '../../identity/authorize.ts';
import type { CommunityRequest } from '../read-community.ts';
import { requireCreator } from '../require-creator.ts';
import { validate } from '../validate.ts';
import { toSavedReward } from './save-reward.ts';

/** `POST /communities/{communityId}/rewards` */
export function createReward(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const { communityId, by } = await requireCreator(context, request);
    const wanted = validate(createRewardRequestSchema, request.body);
    const { functions, now, log } = context;
    const made = await functions.createReward({ communityId, ...wanted }, now().toISOString());
    if (!made) throw unknownCommunity();
    const saved = toSavedReward(made);
    log.info({ communityId, by, rewardId: saved.reward.rewardId, unlocked: saved.unlocked }, 'Made a reward');
    response.setHeader('Cache-Control', 'no-store');
    response.status(201).json(saved);
  };
}
