import type { Response } from 'express';
import type { AppContext } from '../../context.ts';
import { readId } from '../read-community.ts';
import { requireCreator } from '../require-creator.ts';
import { unknownReward } from './save-reward.ts';
import type { RewardRequest } from './update-reward.ts';

/** `DELETE /communities/{communityId}/rewards/{rewardId}`: whoever has claimed it keeps it. */
export function deleteReward(context: AppContext) {
  return async (request: RewardRequest, response: Response): Promise<void> => {
    const { communityId, by } = await requireCreator(context, request);
    const named = { communityId, rewardId: readId('rewardId', request.params.rewardId) };
    const deleted = await context.functions.deleteReward(named, context.now().toISOString());
    if (!deleted) throw unknownReward();
    context.log.info({ ...named, by, outcome: deleted.outcome }, 'Deleted a reward');
    response.setHeader('Cache-Control', 'no-store');
    response.status(204).end();
  };
}
