import type { CommunityLevel, MemberChange, RankCard } from '../../contract.ts';
import {
  liveId,
  mayChangeTotal,
  mayHaveCrossed,
  most,
  type Context,
  type Need,
  type Outcome,
} from './change.ts';

/** Brings a card up to date: the member's own XP exactly, everybody else's as far as they may move the rank. */
export function changeRankCard(
  card: RankCard,
  members: readonly MemberChange[],
  context: Context,
): Outcome<'rankCard'> {
  const needs = members.map((member) => needOf(card, member, context));
  const own = members.find(({ userId }) => userId === liveId(card));
  return { data: own ? withXp(card, own, context.levels()) : card, need: most(...needs) };
}

function needOf(card: RankCard, { userId, xp }: MemberChange, { xpBefore }: Context): Need {
  // One's own rank, streak and cooldowns are the database's to tell.
  if (userId === liveId(card)) return 'soon';
  const before = xpBefore(userId);
  if (card.rank !== null && mayHaveCrossed(card.xp, xp, before)) return 'soon';
  return mayChangeTotal(xp, before) ? 'later' : 'nothing';
}

function withXp(
  card: RankCard,
  { xp, level }: MemberChange,
  levels: ReturnType<Context['levels']>,
): RankCard {
  if (level === card.level) return withProgress({ ...card, xp });
  if (!levels) return card;
  const { levelXp, levelName } = boundsOf(level, levels);
  const nextLevelXp = levels.find((each) => each.level === level + 1)?.xp ?? null;
  return withProgress({ ...card, xp, level, levelName, levelXp, nextLevelXp });
}

function boundsOf(
  level: number,
  levels: readonly CommunityLevel[],
): { levelXp: number; levelName: string | null } {
  const found = levels.find((each) => each.level === level);
  return { levelXp: found?.xp ?? 0, levelName: found?.name ?? null };
}

function withProgress(card: RankCard): RankCard {
  const { xp, levelXp, nextLevelXp } = card;
  const progress = nextLevelXp === null ? 1 : (xp - levelXp) / (nextLevelXp - levelXp);
  return { ...card, progress: Math.min(1, Math.max(0, progress)) };
}
