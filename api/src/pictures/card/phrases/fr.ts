import type { Phrases } from '../phrases.ts';

export const fr: Phrases = {
  level: 'Niveau',
  rank: 'Rang',
  streak: 'Série',
  none: 'Pas encore',
  top: 'Niveau maximal',
  member: 'Membre',
  xp: (xp) => `${xp} XP`,
  ofXp: (next) => `sur ${next}`,
  ofTotal: (total) => `sur ${total}`,
  days: (days, count) => `${days} ${count === 1 ? 'jour' : 'jours'}`,
  altLevel: (name, level) => `${name}, niveau ${level}`,
  altRank: (rank, total) => `rang ${rank} sur ${total}`,
  altToNext: (xp, level) => `${xp} XP avant le niveau ${level}`,
  altStreak: (days) => `série de ${days}`,
};
