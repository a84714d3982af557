import type { Phrases } from '../phrases.ts';

export const it: Phrases = {
  level: 'Livello',
  rank: 'Posizione',
  streak: 'Serie',
  none: 'Non ancora',
  top: 'Livello massimo',
  member: 'Membro',
  xp: (xp) => `${xp} XP`,
  ofXp: (next) => `di ${next}`,
  ofTotal: (total) => `su ${total}`,
  days: (days, count) => `${days} ${count === 1 ? 'giorno' : 'giorni'}`,
  altLevel: (name, level) => `${name}, livello ${level}`,
  altRank: (rank, total) => `posizione ${rank} su ${total}`,
  altToNext: (xp, level) => `${xp} XP al livello ${level}`,
  altStreak: (days) => `serie di ${days}`,
};
