import { compact, full, relative } from './internal/format.ts';

/** Every word a widget says, in one place. Second person, sentence case, no exclamation marks. */
export const messages = {
  loading: 'Loading',
  retry: 'Try again',
  member: 'Member',

  live: 'Live',
  updated: (at: Date) => `Updated ${relative(at)}`,
  reconnecting: 'Reconnecting',
  offline: (at: Date) => `Offline. Showing data from ${relative(at)}.`,
  stale: (at: Date) => `Could not refresh. Showing data from ${relative(at)}.`,

  problems: {
    'no-community': ['No community chosen', 'Name one in the “community” attribute.'],
    'bad-address': ['The API address is not usable', 'Check the “api” attribute.'],
    'unknown-community': [
      'This community is not known',
      'Check its id, or come back after its first message.',
    ],
    'unknown-member': ['This member has no card yet', 'It appears with their first message.'],
    unauthenticated: ['You are not signed in', 'Sign in to see this.'],
    forbidden: ['This is for members', 'Join the community to see it.'],
    'rate-limited': ['Too many requests', 'Wait a moment, then try again.'],
    unreachable: ['The server does not answer', 'Check your connection, then try again.'],
    failed: ['This could not be loaded', 'Wait a moment, then try again.'],
  },

  level: 'Level',
  levelNumber: (level: number) => `Level ${full(level)}`,
  xp: (xp: number) => `${compact(xp)} XP`,
  xpInFull: (xp: number) => `${full(xp)} XP`,

  card: {
    title: 'Rank card',
    label: (name: string) => `Rank card of ${name}`,
    progress: (level: number) => `Progress to level ${full(level)}`,
    toNext: (xp: number, level: number) => `${compact(xp)} XP to level ${full(level)}`,
    top: 'Highest level',
    reached: (level: number) => `Level ${full(level)} reached`,
    youReached: (level: number) => `You reached level ${full(level)}`,
    rank: 'Rank',
    of: (total: number) => `of ${compact(total)}`,
    none: 'None yet',
    streak: 'Streak',
    days: (days: number) => (days === 1 ? '1 day' : `${full(days)} days`),
    active: (at: Date) => `Active ${relative(at)}`,
    now: 'You can earn now',
    wait: (seconds: number) =>
      `You can earn again in ${seconds < 100 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`}`,
  },

  board: {
    title: 'Leaderboard',
    windows: { all: 'All time', day: 'Today', week: 'This week', month: 'This month' },
    rank: 'Rank',
    member: 'Member',
    xp: 'XP',
    you: 'You',
    total: (members: number) => (members === 1 ? '1 member' : `${compact(members)} members`),
    empty: ['No one is on the board yet', 'Say hello in chat.'],
    youMoved: (rank: number, up: boolean) => `You moved ${up ? 'up' : 'down'} to rank ${full(rank)}`,
    memberMoved: (name: string, rank: number) => `${name} moved up to rank ${full(rank)}`,
    up: (places: number) => (places === 1 ? 'Up 1 place' : `Up ${full(places)} places`),
    down: (places: number) => (places === 1 ? 'Down 1 place' : `Down ${full(places)} places`),
  },

  rewards: {
    title: 'Rewards',
    count: (reached: number, total: number) => `${full(reached)} of ${full(total)} unlocked`,
    empty: ['No rewards yet', 'What a level gives will show up here.'],
    total: (total: number) => (total === 1 ? '1 reward' : `${full(total)} rewards`),
    fresh: 'Just unlocked',
    toGo: (xp: number) => `${compact(xp)} XP to go`,
    progress: (name: string) => `Progress to ${name}`,
    unlockedNow: (name: string) => `You unlocked ${name}`,
    states: {
      locked: 'Locked',
      unlocked: 'Unlocked',
      claimed: 'Claimed',
      fulfilling: 'On its way',
      fulfilled: 'Yours',
      failed: 'Being looked at',
      unknown: 'Being looked at',
      expired: 'Expired',
      revoked: 'Withdrawn',
    },
  },
} as const;

export type ProblemKind = keyof typeof messages.problems;
