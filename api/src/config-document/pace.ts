import { levelPace, levelThresholds, type Config, type ConfigDocument } from '@wee5/contract';

/** How many hours some levels take, by what a message is worth on average. */
export function paceOf({ curve, topLevel, chatXp, rules }: ConfigDocument): Config['pace'] {
  const range = rules.sources.chat?.xp;
  const xpPerMinute = range ? (range.min + range.max) / 2 : chatXp;
  return levelPace(levelThresholds(curve, topLevel), xpPerMinute);
}
