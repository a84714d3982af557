import type { RewardProgress } from '../../controllers/reward-list-controller.ts';

/** So many stand around the next one where a list is long; one that would hide less than three is shown whole. */
const most = 6;

/** Whether the reader has something to do: a role is given by itself. */
export function isClaimable({ state, reward }: RewardProgress): boolean {
  return state === 'unlocked' && reward.type !== 'role';
}

/**
 * The part of a long list that says where a member is: the last rewards behind them, the next ones, and whatever
 * waits to be claimed.
 * @param kept - ids of rewards that stay, since they once waited here
 */
export function fewOf(list: RewardProgress[], kept: Set<string>): RewardProgress[] {
  if (list.length < most + 3) return list;
  const behind = list.filter(({ stage }) => stage === 'reached' || stage === 'gone').length;
  const start = Math.max(0, Math.min(behind - 2, list.length - most));
  return list.filter((progress, index) => {
    const { rewardId } = progress.reward;
    if (isClaimable(progress)) kept.add(rewardId);
    return (index >= start && index < start + most) || kept.has(rewardId);
  });
}
