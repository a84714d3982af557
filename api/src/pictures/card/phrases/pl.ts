import type { Phrases } from '../phrases.ts';

export const pl: Phrases = {
  level: 'Poziom',
  rank: 'Miejsce',
  streak: 'Seria',
  none: 'Jeszcze brak',
  top: 'Najwyższy poziom',
  member: 'Członek',
  xp: (xp) => `${xp} XP`,
  ofXp: (next) => `z ${next}`,
  ofTotal: (total) => `z ${total}`,
  days: (days, count) => `${days} ${count === 1 ? 'dzień' : 'dni'}`,
  altLevel: (name, level) => `${name}, poziom ${level}`,
  altRank: (rank, total) => `miejsce ${rank} z ${total}`,
  altToNext: (xp, level) => `${xp} XP do poziomu ${level}`,
  altStreak: (days) => `seria: ${days}`,
};
