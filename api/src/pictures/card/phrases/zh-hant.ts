import type { Phrases } from '../phrases.ts';

export const zhHant: Phrases = {
  level: '等級',
  rank: '排名',
  streak: '連續紀錄',
  none: '尚無',
  top: '最高等級',
  member: '成員',
  comma: '，',
  xp: (xp) => `${xp} XP`,
  ofXp: (next) => `/ ${next}`,
  ofTotal: (total) => `共 ${total} 人`,
  days: (days) => `${days} 天`,
  altLevel: (name, level) => `${name}，等級 ${level}`,
  altRank: (rank, total) => `排名 ${rank}，共 ${total} 人`,
  altToNext: (xp, level) => `距等級 ${level} 還差 ${xp} XP`,
  altStreak: (days) => `連續 ${days}`,
};
