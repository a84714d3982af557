import type { ShownCard } from './card-lines.ts';
import type { Words } from './words.ts';

/** `Maya Chen, level 12, 5,210 XP, rank 3 of 1,204`: what a picture shows, with every number whole. */
export function titleOf(name: string, { level, xp, rank, total }: ShownCard, words: Words): string {
  const parts = [words.altLevel(name, words.full(level)), words.xp(words.full(xp))];
  if (rank !== null) parts.push(words.altRank(words.full(rank), words.full(total)));
  return parts.join(words.comma);
}

/** What stands around it: the way to the next level, the streak, the community. */
export function describeCard(card: ShownCard, communityName: string, words: Words): string {
  const { xp, level, nextLevelXp, streakDays } = card;
  const parts = [];
  if (nextLevelXp === null) parts.push(words.top);
  else parts.push(words.altToNext(words.full(Math.max(0, nextLevelXp - xp)), words.full(level + 1)));
  if (streakDays > 0) parts.push(words.altStreak(words.days(words.full(streakDays), streakDays)));
  if (communityName !== '') parts.push(communityName);
  return parts.join(words.comma);
}
