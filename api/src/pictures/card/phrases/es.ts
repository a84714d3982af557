import type { Phrases } from '../phrases.ts';

export const es: Phrases = {
  level: 'Nivel',
  rank: 'Puesto',
  streak: 'Racha',
  none: 'Todavía no',
  top: 'Nivel máximo',
  member: 'Miembro',
  xp: (xp) => `${xp} XP`,
  ofXp: (next) => `de ${next}`,
  ofTotal: (total) => `de ${total}`,
  days: (days, count) => `${days} ${count === 1 ? 'día' : 'días'}`,
  altLevel: (name, level) => `${name}, nivel ${level}`,
  altRank: (rank, total) => `puesto ${rank} de ${total}`,
  altToNext: (xp, level) => `${xp} XP para el nivel ${level}`,
  altStreak: (days) => `racha de ${days}`,
};
