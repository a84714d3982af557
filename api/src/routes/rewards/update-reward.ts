import { rewardMetadataSchemas, updateRewardRequestSchema, type RewardType } from '@wee5/contract';
import type { Request, Response } from 'express';
import * as z from 'zod';
import type { AppContext } from '../../context.ts';
import { readId } from '../read-community.ts';
import { requireCreator } from '../require-creator.ts';
import { validate } from '../validate.ts';
import { toSavedReward, unknownReward } from './save-reward.ts';

export type RewardRequest = Request<{ communityId: string; rewardId: string }>;

/** `PATCH /communities/{communityId}/rewards/{rewardId}` */
export function updateReward(context: AppContext) {
  return async (request: RewardRequest, response: Response): Promise<void> => {
    const { communityId, by } = await requireCreator(context, request);
    const named = { communityId, rewardId: readId('rewardId', request.params.rewardId) };
    const change = validate(updateRewardRequestSchema, request.body);
    if (change.metadata) {
      const metadata = rewardMetadataSchemas[await findType(context, named)];
      Object.assign(change, validate(z.object({ metadata }), { metadata: change.metadata }));
    }
    const changed = await context.functions.updateReward(named, change, context.now().toISOString());
    if (!changed) throw unknownReward();
    const saved = toSavedReward(changed);
    context.log.info({ ...named, by, unlocked: saved.unlocked }, 'Changed a reward');
    response.setHeader('Cache-Control', 'no-store');
    response.json(saved);
  };
}

/** A reward keeps its type for good, so it may be read before the change. */
async function findType(
  { functions }: AppContext,
  { communityId, rewardId }: { communityId: string; rewardId: string },
): Promise<RewardType> {
  const found = await functions.getRewards(communityId, null, true);
  const reward = found?.rewards.find((each) => each.rewardId === rewardId.toLowerCase());
  if (!reward) throw unknownReward();
  return reward.type;
}
