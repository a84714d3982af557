import type { Format } from './format.ts';

/** The words that the three main widgets need for their first data, in English. */
export const en = ({ full, compact, relative }: Format) => ({
  loading: 'Loading',
  failed: 'This could not be loaded. Try again later.',
  member: 'Member',

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
  },

  rewards: {
    title: 'Rewards',
    count: (reached: number, total: number) => `${full(reached)} of ${full(total)} unlocked`,
    total: (total: number) => (total === 1 ? '1 reward' : `${full(total)} rewards`),
    toGo: (xp: number) => `${compact(xp)} XP to go`,
  },
});

/** What every language says for a widget's first data. */
export type Messages = ReturnType<typeof en>;
