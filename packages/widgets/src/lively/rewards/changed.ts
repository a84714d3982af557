import type { Reward } from '@wee5/client';
import type { RewardProgress } from '../../controllers/reward-list-controller.ts';
import { RewardUnlockedEvent } from '../../events/reward-unlocked.ts';
import { moreWords } from '../../messages/more-words.ts';
import { say } from '../announcer.ts';
import { show } from '../moments.ts';
import { loadClaims } from './claims.ts';
import type { RewardStage } from './stage.ts';

const freshTime = 6_000;
const reachedSince = new WeakMap<RewardProgress[], Set<string>>();

/**
 * Hears of every list that is shown: tells what has become the member's since `first`, the list as their progress was
 * first known, and has the claims come where something is theirs to claim or to look at.
 */
export function rewardsChanged(
  stage: RewardStage,
  { list, first }: { list: RewardProgress[]; first: RewardProgress[] },
): void {
  const before = reachedSince.get(first) ?? new Set(reached(first).map(({ rewardId }) => rewardId));
  const now = reached(list);
  reachedSince.set(first, new Set(now.map(({ rewardId }) => rewardId)));
  for (const reward of now) if (!before.has(reward.rewardId)) tell(stage, reward);
  if (list.some(({ state }) => state && state !== 'locked')) loadClaims(stage);
}

function reached(list: RewardProgress[]): Reward[] {
  return list.filter(({ stage }) => stage === 'reached').map(({ reward }) => reward);
}

function tell(stage: RewardStage, { rewardId, name }: Reward): void {
  show(stage, rewardId, 1, freshTime);
  say(stage, moreWords(stage.language).moves.unlocked(name), true);
  stage.dispatchEvent(new RewardUnlockedEvent({ rewardId, name }));
}
