import type { Phrases } from '../phrases.ts';

export const de: Phrases = {
  level: 'Level',
  rank: 'Rang',
  streak: 'Serie',
  none: 'Kommt noch',
  top: 'Höchstes Level',
  member: 'Mitglied',
  xp: (xp) => `${xp} XP`,
  ofXp: (next) => `von ${next}`,
  ofTotal: (total) => `von ${total}`,
  days: (days, count) => `${days} ${count === 1 ? 'Tag' : 'Tage'}`,
  altLevel: (name, level) => `${name}, Level ${level}`,
  altRank: (rank, total) => `Rang ${rank} von ${total}`,
  altToNext: (xp, level) => `${xp} XP bis Level ${level}`,
  altStreak: (days) => `Serie: ${days}`,
};
