import type { Leaderboard, LeaderboardEntry, MemberChange } from '../../contract.ts';
import type { View } from '../../types.ts';
import {
  liveId,
  mayChangeTotal,
  mayHaveCrossed,
  most,
  type Context,
  type Need,
  type Outcome,
} from './change.ts';

type Query = Extract<View, { kind: 'leaderboard' }>;

/** How many entries a page has unless its view says otherwise. */
const USUAL_LIMIT = 50;

/**
 * Brings a page up to date: entries that are shown get their XP and their new places; whoever enters the page has to
 * be loaded.
 */
export function changeLeaderboard(
  board: Leaderboard,
  members: readonly MemberChange[],
  context: Context & { query: Query },
): Outcome<'leaderboard'> {
  if (members.length === 0) return { data: board, need: 'nothing' };
  if (board.window.kind !== 'all' || (context.query.board ?? 'top') !== 'top') {
    // Changes tell totals of all time. Of a window that is over, only late news and take-backs are left.
    return { data: board, need: isOver(board, context.now()) ? 'later' : 'soon' };
  }
  return context.query.around === undefined
    ? changeTop(board, members, context)
    : changeAround(board, members, context);
}

function isOver({ window }: Leaderboard, now: number): boolean {
  return window.endsAt !== null && Date.parse(window.endsAt) <= now;
}

/** The page from the top: places within it follow from XP alone, but for ties. */
function changeTop(
  board: Leaderboard,
  members: readonly MemberChange[],
  context: Context & { query: Query },
): Outcome<'leaderboard'> {
  const data = withPlaces(board, byId(members));
  const shown = new Map(board.entries.map((entry) => [liveId(entry), entry]));
  const needs = members.flatMap((member) => {
    const old = shown.get(member.userId);
    const before = old?.xp ?? context.xpBefore(member.userId);
    const need = old
      ? needOfShown(board, data, member)
      : needOfOther(board, data, member, { ...context, before });
    return [need, needOfMe(board, member, before)];
  });
  return { data, need: most(...needs) };
}

/** A page in the middle: what happens above it moves all of it. */
function changeAround(
  board: Leaderboard,
  members: readonly MemberChange[],
  { xpBefore }: Context,
): Outcome<'leaderboard'> {
  const changes = byId(members);
  const entries = board.entries.map((entry) => withXp(entry, changes.get(liveId(entry))));
  const inOrder = entries.every(({ xp }, index) => index === 0 || xp < (entries[index - 1]?.xp ?? 0));
  const first = board.entries[0]?.xp ?? 0;
  const last = board.entries.at(-1)?.xp ?? 0;
  const needs = members.map(({ userId, xp }): Need => {
    const before = xpBefore(userId);
    if (board.entries.some((entry) => liveId(entry) === userId)) return 'soon';
    // Whoever was above the page and is so still moves nobody, and so does whoever stays below it.
    if (before !== undefined && before > first && xp > first) return 'nothing';
    if (xp >= last || (before ?? 0) >= last || board.nextCursor === null) return 'soon';
    return mayChangeTotal(xp, before) ? 'later' : 'nothing';
  });
  return { data: inOrder ? { ...board, entries } : board, need: most(...needs) };
}

function needOfShown(before: Leaderboard, after: Leaderboard, { userId, xp }: MemberChange): Need {
  const old = before.entries.find((entry) => liveId(entry) === userId);
  // Whoever loses XP may leave the page to somebody who is not on it.
  if (old && xp < old.xp) return 'soon';
  // Within a tie the time decides, which changes don't tell.
  if (after.entries.some((entry) => liveId(entry) !== userId && entry.xp === xp)) return 'soon';
  // The cursor names the last entry as it was.
  const isLast = [before, after].some(({ entries }) =>
    entries.slice(-1).some((entry) => liveId(entry) === userId),
  );
  return isLast && before.nextCursor !== null ? 'later' : 'nothing';
}

function needOfOther(
  before: Leaderboard,
  after: Leaderboard,
  { xp }: MemberChange,
  { query, before: old }: { query: Query; before: number | undefined },
): Need {
  const hasRoom = before.entries.length < (query.limit ?? USUAL_LIMIT);
  if (xp > 0 && (hasRoom || xp >= (after.entries.at(-1)?.xp ?? 0))) return 'soon';
  return mayChangeTotal(xp, old) ? 'later' : 'nothing';
}

function needOfMe({ me }: Leaderboard, { userId, xp }: MemberChange, xpBefore: number | undefined): Need {
  if (!me) return 'nothing';
  return userId === liveId(me) || mayHaveCrossed(me.xp, xp, xpBefore) ? 'soon' : 'nothing';
}

function withPlaces(board: Leaderboard, changes: ReadonlyMap<string, MemberChange>): Leaderboard {
  const isShown = [board.me, ...board.entries].some((entry) => entry && changes.has(liveId(entry)));
  if (!isShown) return board;
  const entries = rank(sort(board.entries.map((entry) => withXp(entry, changes.get(liveId(entry))))));
  return { ...board, entries, me: placeOf(board.me, entries, changes) };
}

function placeOf(
  me: LeaderboardEntry | null,
  entries: readonly LeaderboardEntry[],
  changes: ReadonlyMap<string, MemberChange>,
): LeaderboardEntry | null {
  if (!me) return null;
  return entries.find(({ userId }) => userId === me.userId) ?? withXp(me, changes.get(liveId(me)));
}

function withXp(entry: LeaderboardEntry, change: MemberChange | undefined): LeaderboardEntry {
  return change ? { ...entry, xp: change.xp, level: change.level } : entry;
}

/** Whoever has just come to a total comes after those who had it; `sort` keeps the order of the rest. */
function sort(entries: readonly LeaderboardEntry[]): LeaderboardEntry[] {
  return [...entries].sort((a, b) => b.xp - a.xp);
}

/** 1-2-2-4 */
function rank(entries: LeaderboardEntry[]): LeaderboardEntry[] {
  let current = 0;
  return entries.map((entry, index) => {
    if (entry.xp !== entries[index - 1]?.xp) current = index + 1;
    return entry.rank === current ? entry : { ...entry, rank: current };
  });
}

function byId<Item extends { userId: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.userId, item]));
}
