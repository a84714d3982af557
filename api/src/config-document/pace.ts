import { levelThresholds, type Config, type ConfigDocument } from '@wee5/contract';

/** The levels by which creators compare curves; the top comes last. */
const SHOWN = [1, 5, 10, 20, 50];

/** How many hours of one awarded message a minute lead to some levels; none where messages are worth nothing. */
export function paceOf({ curve, topLevel, chatXp, rules }: ConfigDocument): Config['pace'] {
  const range = rules.sources.chat?.xp;
  const xpPerHour = 60 * (range ? (range.min + range.max) / 2 : chatXp);
  if (xpPerHour === 0) return [];
  const thresholds = levelThresholds(curve, topLevel);
  const levels = [...SHOWN.filter((level) => level < topLevel), topLevel];
  return levels.map((level) => {
    const xp = thresholds[level - 1] ?? 0;
    return { level, xp, hours: Math.round((xp / xpPerHour) * 10) / 10 };
  });
}
