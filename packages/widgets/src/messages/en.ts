import type { Format } from './format.ts';

/** The words that the three main widgets need for their first data, in English. */
export const en = ({ full, compact }: Format) => ({
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
    xpOf: (xp: number, next: number) => `${compact(xp)} / ${compact(next)} XP`,
    toNext: (xp: number, level: number) => `${compact(xp)} XP to level ${full(level)}`,
    top: 'Highest level',
    rank: 'Rank',
    of: (total: number) => `of ${compact(total)}`,
    none: 'None yet',
    streak: 'Streak',
    days: (days: number) => (days === 1 ? '1 day' : `${full(days)} days`),
  },

  board: {
    title: 'Leaderboard',
    boards: { newcomers: 'Newcomers', climbers: 'Climbers' },
    windows: { all: 'All time', day: 'Today', week: 'This week', month: 'This month' },
    tabs: { all: 'All time', day: 'Day', week: 'Week', month: 'Month' },
    rank: 'Rank',
    member: 'Member',
    xp: 'XP',
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
