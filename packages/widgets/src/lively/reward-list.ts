import type { Reward } from '@wee5/client';
import { RewardUnlockedEvent } from '../events/reward-unlocked.ts';
import { moreWords } from '../messages/more-words.ts';
import { say } from './announcer.ts';
import { show } from './moments.ts';
import type { Stage } from './stage.ts';

const freshTime = 6_000;

/** Shows and tells rewards that have just become the member's, by reward id. */
export function rewardsUnlocked(stage: Stage, rewards: Reward[]): void {
  for (const { rewardId, name } of rewards) {
    show(stage, rewardId, 1, freshTime);
    say(stage, moreWords(stage.language).moves.unlocked(name), true);
    stage.dispatchEvent(new RewardUnlockedEvent({ rewardId, name }));
  }
  stage.requestUpdate();
}
