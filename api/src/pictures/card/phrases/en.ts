import type { Phrases } from '../phrases.ts';

export const en: Phrases = {
  level: 'Level',
  rank: 'Rank',
  streak: 'Streak',
  none: 'None yet',
  top: 'Highest level',
  member: 'Member',
  xp: (xp) => `${xp} XP`,
  ofXp: (next) => `of ${next}`,
  ofTotal: (total) => `of ${total}`,
  days: (days, count) => (count === 1 ? '1 day' : `${days} days`),
  altLevel: (name, level) => `${name}, level ${level}`,
  altRank: (rank, total) => `rank ${rank} of ${total}`,
  altToNext: (xp, level) => `${xp} XP to level ${level}`,
  altStreak: (days) => `streak of ${days}`,
};
