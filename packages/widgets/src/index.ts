export { configure, type Defaults } from './config.ts';
export { RankCardElement } from './components/rank-card/rank-card.ts';
export { LeaderboardElement } from './components/leaderboard/leaderboard.ts';
export { RewardListElement } from './components/reward-list/reward-list.ts';
export { LeveledUpEvent } from './events/leveled-up.ts';
export { RankChangedEvent } from './events/rank-changed.ts';
export { RewardUnlockedEvent } from './events/reward-unlocked.ts';
export { WindowChangedEvent } from './events/window-changed.ts';
export type { Theme } from './internal/theme.ts';
