/** What a picture says in one language. Numbers come written as that language writes them. */
interface Phrases {
  level: string;
  rank: string;
  streak: string;
  /** In place of a rank or a streak. */
  none: string;
  /** In place of the way to the next level. */
  top: string;
  /** Whoever has no name. */
  member: string;
  xp: (xp: string) => string;
  /** Behind the XP: how many the next level takes. */
  ofXp: (next: string) => string;
  ofTotal: (total: string) => string;
  days: (days: string, count: number) => string;
  altLevel: (name: string, level: string) => string;
  altRank: (rank: string, total: string) => string;
  altToNext: (xp: string, level: string) => string;
  altStreak: (days: string) => string;
}

/** By language. One more is one more entry; everything else follows. */
const phrases = {
  en: {
    level: 'Level',
    rank: 'Rank',
    streak: 'Streak',
    none: 'None yet',
    top: 'Highest level',
    member: 'Member',
    xp: (xp) => `${xp} XP`,
    ofXp: (next) => `of ${next}`,
    ofTotal: (total) => `of ${total}`,
    days: (days, count) => (count === 1 ? '1 day' : `${days} days`),
    altLevel: (name, level) => `${name}, level ${level}`,
    altRank: (rank, total) => `rank ${rank} of ${total}`,
    altToNext: (xp, level) => `${xp} XP to level ${level}`,
    altStreak: (days) => `streak of ${days}`,
  },
} satisfies Record<string, Phrases>;

export interface Words extends Phrases {
  readonly lang: string;
  /** `4,675` */
  full(value: number): string;
  /** As {@link full} up to 99,999; `12.3M` above. */
  short(value: number): string;
}

const languages = Object.keys(phrases) as (keyof typeof phrases)[];
const LONGEST_NUMBER = 99_999;

/** The words of a language tag such as `pt-BR`, or English where there are none. */
export function wordsOf(tag: string): Words {
  const lang = languages.find((known) => known === tag || tag.startsWith(`${known}-`)) ?? 'en';
  const fullFormat = new Intl.NumberFormat(lang);
  const compactFormat = new Intl.NumberFormat(lang, { notation: 'compact', maximumFractionDigits: 1 });
  return {
    ...phrases[lang],
    lang,
    full: (value) => fullFormat.format(value),
    short: (value) => (value > LONGEST_NUMBER ? compactFormat : fullFormat).format(value),
  };
}
