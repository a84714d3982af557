import { activity } from './activity.ts';
import { leaderboard } from './leaderboard.ts';
import { levelBadges } from './level-badge.ts';
import { rankCard } from './rank-card.ts';
import { rewardList } from './reward-list.ts';
import { toasts } from './toast.ts';
import type { Scenes } from './scene.ts';

/** The states of every widget, by its tag without `wee5-`. */
export const scenes: Record<string, Scenes> = {
  'rank-card': rankCard,
  leaderboard,
  'reward-list': rewardList,
  activity,
  'level-badge': levelBadges,
  toast: toasts,
};
