import type { Reward } from '@wee5/contract';
import type { Response } from 'express';
import type { AppContext } from '../../context.ts';
import type { ClaimOutcome } from '../../database/functions.ts';
import { ApiError } from '../../errors.ts';
import { readId } from '../read-community.ts';
import { requireMember } from '../require-member.ts';
import { unknownReward } from './save-reward.ts';
import type { RewardRequest } from './update-reward.ts';

/** `POST /communities/{communityId}/rewards/{rewardId}/claim`: the answer tells the code of a custom reward. */
export function claimReward(context: AppContext) {
  return async (request: RewardRequest, response: Response): Promise<void> => {
    const { community, userId } = await requireMember(context, request);
    const named = {
      communityId: community.communityId,
      rewardId: readId('rewardId', request.params.rewardId),
    };
    const claim = await context.functions.claimReward(named, userId, context.now().toISOString());
    if (!claim) throw unknownReward();
    if (claim.outcome !== 'claimed') throw new ApiError('reward-not-claimable', sayWhy(claim));
    response.setHeader('Cache-Control', 'no-store');
    response.json(claim.reward satisfies Reward);
  };
}

function sayWhy(claim: Exclude<ClaimOutcome, { outcome: 'claimed' }>): string {
  switch (claim.outcome) {
    case 'role':
      return 'A role is given by itself once its level is reached: there is nothing to claim.';
    case 'taken':
      return claim.claimedAt === null
        ? `Its state is ${claim.state}: there is nothing to claim.`
        : `It is claimed since ${claim.claimedAt}, and a reward is claimed once; its state is ${claim.state}.`;
    case 'locked':
      return sayDistance(claim);
  }
}

function sayDistance({
  levelRequirement,
  level,
  xpLeft,
}: Extract<ClaimOutcome, { outcome: 'locked' }>): string {
  const levels = levelRequirement - level;
  const unlocks = `It unlocks at level ${levelRequirement}`;
  if (levels <= 0) return `${unlocks}, which you have: it is yours with your next XP.`;
  if (xpLeft === null) return `${unlocks}, which this community no longer has.`;
  return `${unlocks}: you are ${levels} ${levels === 1 ? 'level' : 'levels'} and ${xpLeft} XP away.`;
}
