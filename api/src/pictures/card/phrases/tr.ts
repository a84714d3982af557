import type { Phrases } from '../phrases.ts';

export const tr: Phrases = {
  level: 'Seviye',
  rank: 'Sıra',
  streak: 'Seri',
  none: 'Henüz yok',
  top: 'En yüksek seviye',
  member: 'Üye',
  xp: (xp) => `${xp} XP`,
  ofXp: (next) => `/ ${next}`,
  ofTotal: (total) => `/ ${total}`,
  days: (days) => `${days} gün`,
  altLevel: (name, level) => `${name}, seviye ${level}`,
  altRank: (rank, total) => `sıra ${rank} / ${total}`,
  altToNext: (xp, level) => `Seviye ${level} için ${xp} XP`,
  altStreak: (days) => `${days} seri`,
};
