import type { Phrases } from '../phrases.ts';

export const ptBr: Phrases = {
  level: 'Nível',
  rank: 'Posição',
  streak: 'Sequência',
  none: 'Ainda não',
  top: 'Nível máximo',
  member: 'Membro',
  xp: (xp) => `${xp} XP`,
  ofXp: (next) => `de ${next}`,
  ofTotal: (total) => `de ${total}`,
  days: (days, count) => `${days} ${count === 1 ? 'dia' : 'dias'}`,
  altLevel: (name, level) => `${name}, nível ${level}`,
  altRank: (rank, total) => `posição ${rank} de ${total}`,
  altToNext: (xp, level) => `${xp} XP para o nível ${level}`,
  altStreak: (days) => `sequência de ${days}`,
};
