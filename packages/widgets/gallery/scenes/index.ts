import { leaderboard } from './leaderboard.ts';
import { rankCard } from './rank-card.ts';
import { rewardList } from './reward-list.ts';
import type { Scenes } from './scene.ts';

/** The states of every widget, by its tag without `wee5-`. */
export const scenes: Record<string, Scenes> = {
  'rank-card': rankCard,
  leaderboard,
  'reward-list': rewardList,
};
