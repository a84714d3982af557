import type { Phrases } from '../phrases.ts';

export const id: Phrases = {
  level: 'Level',
  rank: 'Peringkat',
  streak: 'Runtunan',
  none: 'Belum ada',
  top: 'Level tertinggi',
  member: 'Anggota',
  xp: (xp) => `${xp} XP`,
  ofXp: (next) => `dari ${next}`,
  ofTotal: (total) => `dari ${total}`,
  days: (days) => `${days} hari`,
  altLevel: (name, level) => `${name}, level ${level}`,
  altRank: (rank, total) => `peringkat ${rank} dari ${total}`,
  altToNext: (xp, level) => `${xp} XP ke level ${level}`,
  altStreak: (days) => `runtunan ${days}`,
};
