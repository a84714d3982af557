import type { Phrases } from '../phrases.ts';

export const hi: Phrases = {
  level: 'लेवल',
  rank: 'रैंक',
  streak: 'स्ट्रीक',
  none: 'अभी नहीं',
  top: 'सबसे ऊँचा लेवल',
  member: 'सदस्य',
  xp: (xp) => `${xp} XP`,
  ofXp: (next) => `/ ${next}`,
  ofTotal: (total) => `${total} में से`,
  days: (days) => `${days} दिन`,
  altLevel: (name, level) => `${name}, लेवल ${level}`,
  altRank: (rank, total) => `${total} में से रैंक ${rank}`,
  altToNext: (xp, level) => `लेवल ${level} तक ${xp} XP`,
  altStreak: (days) => `${days} की स्ट्रीक`,
};
