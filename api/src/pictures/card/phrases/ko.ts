import type { Phrases } from '../phrases.ts';

export const ko: Phrases = {
  level: '레벨',
  rank: '순위',
  streak: '연속 기록',
  none: '아직 없음',
  top: '최고 레벨',
  member: '멤버',
  xp: (xp) => `${xp} XP`,
  ofXp: (next) => `/ ${next}`,
  ofTotal: (total) => `${total}명 중`,
  days: (days) => `${days}일`,
  altLevel: (name, level) => `${name}, 레벨 ${level}`,
  altRank: (rank, total) => `${total}명 중 ${rank}위`,
  altToNext: (xp, level) => `레벨 ${level}까지 ${xp} XP`,
  altStreak: (days) => `연속 기록 ${days}`,
};
