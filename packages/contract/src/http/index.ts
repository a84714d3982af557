export * from './webhook-answer.ts';
export * from './problem.ts';
export * from './window.ts';
export * from './live-config.ts';
export * from './community.ts';
export * from './leaderboard.ts';
export * from './rank-card.ts';
export * from './reward.ts';
