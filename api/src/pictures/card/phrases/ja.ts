import type { Phrases } from '../phrases.ts';

export const ja: Phrases = {
  level: 'レベル',
  rank: '順位',
  streak: '連続記録',
  none: 'まだありません',
  top: '最高レベル',
  member: 'メンバー',
  comma: '、',
  xp: (xp) => `${xp} XP`,
  ofXp: (next) => `/ ${next}`,
  ofTotal: (total) => `${total} 人中`,
  days: (days) => `${days} 日`,
  altLevel: (name, level) => `${name}、レベル ${level}`,
  altRank: (rank, total) => `${total} 人中 ${rank} 位`,
  altToNext: (xp, level) => `レベル ${level} まで ${xp} XP`,
  altStreak: (days) => `連続記録 ${days}`,
};
