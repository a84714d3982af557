export { RankCardElement } from './components/rank-card/define.ts';
export { LeaderboardElement } from './components/leaderboard/define.ts';
export { RewardListElement } from './components/reward-list/define.ts';
export { LevelBadgeElement } from './components/level-badge/define.ts';
export { ToastElement } from './components/toast/define.ts';
export { ActivityElement } from './components/activity/define.ts';
