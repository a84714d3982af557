import { ar } from './phrases/ar.ts';
import { de } from './phrases/de.ts';
import { en } from './phrases/en.ts';
import { es } from './phrases/es.ts';
import { fr } from './phrases/fr.ts';
import { hi } from './phrases/hi.ts';
import { id } from './phrases/id.ts';
import { it } from './phrases/it.ts';
import { ja } from './phrases/ja.ts';
import { ko } from './phrases/ko.ts';
import { nl } from './phrases/nl.ts';
import { pl } from './phrases/pl.ts';
import { ptBr } from './phrases/pt-br.ts';
import { tr } from './phrases/tr.ts';
import { zhHans } from './phrases/zh-hans.ts';
import { zhHant } from './phrases/zh-hant.ts';

/** What a picture says in one language, in the words of the widgets. Numbers come written as that language writes them. */
export interface Phrases {
  level: string;
  rank: string;
  streak: string;
  /** In place of a rank or a streak. */
  none: string;
  /** In place of the way to the next level. */
  top: string;
  /** Whoever has no name. */
  member: string;
  /** Between the parts of what the picture says; a comma of Latin letters unless given. */
  comma?: string;
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

/** By language tag. One more is one more file; everything else follows. */
export const phrases: Record<string, Phrases> = {
  en,
  ar,
  de,
  es,
  fr,
  hi,
  id,
  it,
  ja,
  ko,
  nl,
  pl,
  'pt-BR': ptBr,
  tr,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
};
