import type { Community, Leaderboard, LeaderboardEntry, Problem, RankCard, Reward } from '../../src/index.ts';

export const entry: LeaderboardEntry = {
  rank: 1,
  userId: 'user_ana',
  username: 'anad',
  displayName: 'Ana Duarte',
  avatarUrl: null,
  xp: 4675,
  level: 10,
};

export const leaderboard: Leaderboard = {
  communityId: 'biz_makers',
  window: { kind: 'all', startsAt: null, endsAt: null },
  total: 1,
  entries: [entry],
  me: null,
  nextCursor: null,
  version: 7,
};

export const rankCard: RankCard = {
  userId: 'user_ana',
  username: 'anad',
  displayName: 'Ana Duarte',
  avatarUrl: 'https://assets.whop.com/uploads/avatar-anad.png',
  xp: 4675,
  level: 10,
  levelName: null,
  levelXp: 4675,
  nextLevelXp: 5775,
  progress: 0,
  rank: 1,
  total: 3,
  streakDays: 2,
  lastActiveAt: '2026-11-20T18:04:05.000Z',
  nextEligibleAt: { chat: '2026-11-20T18:05:05.000Z', reply: null, reaction: null },
  version: 7,
};

export const reward: Reward = {
  rewardId: '0b6f7a7e-4c8e-4f0e-9d3c-1f2a3b4c5d6e',
  levelRequirement: 10,
  type: 'badge',
  name: 'Regular',
  description: null,
  imageUrl: null,
  metadata: {},
  state: 'unlocked',
  unlockedAt: '2026-11-20T18:04:05.000Z',
  claimedAt: null,
};

export const community: Community = {
  communityId: 'biz_makers',
  name: 'Makers Guild',
  theme: { accent: '#5b5bd6' },
  levels: [{ level: 1, name: null, xp: 100, badgeUrl: null }],
  windows: ['all'],
  live: { transport: 'sse', url: '/api/v1/communities/biz_makers/live' },
  version: 7,
};

export const problem: Problem = {
  type: 'about:blank',
  title: 'This community is not known',
  status: 404,
  code: 'unknown-community',
  detail: 'No event of biz_makers has arrived yet.',
  requestId: 'req_1',
};
