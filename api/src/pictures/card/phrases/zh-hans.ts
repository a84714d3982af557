import type { Phrases } from '../phrases.ts';

export const zhHans: Phrases = {
  level: '等级',
  rank: '排名',
  streak: '连续记录',
  none: '暂无',
  top: '最高等级',
  member: '成员',
  comma: '，',
  xp: (xp) => `${xp} XP`,
  ofXp: (next) => `/ ${next}`,
  ofTotal: (total) => `共 ${total} 人`,
  days: (days) => `${days} 天`,
  altLevel: (name, level) => `${name}，等级 ${level}`,
  altRank: (rank, total) => `排名 ${rank}，共 ${total} 人`,
  altToNext: (xp, level) => `距等级 ${level} 还差 ${xp} XP`,
  altStreak: (days) => `连续 ${days}`,
};
