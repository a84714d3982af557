import type { Phrases } from '../phrases.ts';

export const nl: Phrases = {
  level: 'Level',
  rank: 'Rang',
  streak: 'Reeks',
  none: 'Nog geen',
  top: 'Hoogste level',
  member: 'Lid',
  xp: (xp) => `${xp} XP`,
  ofXp: (next) => `van ${next}`,
  ofTotal: (total) => `van ${total}`,
  days: (days, count) => `${days} ${count === 1 ? 'dag' : 'dagen'}`,
  altLevel: (name, level) => `${name}, level ${level}`,
  altRank: (rank, total) => `rang ${rank} van ${total}`,
  altToNext: (xp, level) => `${xp} XP tot level ${level}`,
  altStreak: (days) => `reeks van ${days}`,
};
