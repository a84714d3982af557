import type { Phrases } from '../phrases.ts';

const plurals = new Intl.PluralRules('ar');

/** A name of another script neither turns nor is turned by what stands around it. */
const isolated = (name: string): string => `\u2068${name}\u2069`;

export const ar: Phrases = {
  level: 'المستوى',
  rank: 'الترتيب',
  streak: 'السلسلة',
  none: 'لا شيء بعد',
  top: 'أعلى مستوى',
  member: 'عضو',
  comma: '، ',
  xp: (xp) => `${xp} XP`,
  ofXp: (next) => `من ${next}`,
  ofTotal: (total) => `من ${total}`,
  days: (days, count) => {
    const form = plurals.select(count);
    if (form === 'one') return 'يوم واحد';
    if (form === 'two') return 'يومان';
    if (form === 'few') return `${days} أيام`;
    return form === 'many' ? `${days} يومًا` : `${days} يوم`;
  },
  altLevel: (name, level) => `${isolated(name)}، المستوى ${level}`,
  altRank: (rank, total) => `الترتيب ${rank} من ${total}`,
  altToNext: (xp, level) => `${xp} XP حتى المستوى ${level}`,
  altStreak: (days) => `السلسلة: ${days}`,
};
