import type { Leaderboard, LeaderboardEntry } from '@wee5/client';
import { moreWords } from '../messages/more-words.ts';
import { later } from './later.ts';
import { say } from './announcer.ts';
import type { BoardStage } from './board-stage.ts';

/** More than this a live view does not hold. */
const mostLive = 100;
const leastStep = 10;

/** What a reader has asked for beyond the live rows of one board, as of when it was loaded. */
interface Pages {
  board: string;
  entries: LeaderboardEntry[];
  /** Where the next page begins; undefined before there is one, null after the last. */
  cursor: string | null | undefined;
  /** How many rows there were when the reader asked for more; undefined where nothing is asked. */
  before: number | undefined;
  failed: boolean;
  /** The last request for a page. */
  request: AbortController;
}

const kept = new WeakMap<BoardStage, Pages>();

/** All rows of a board: those that are kept true, then what was loaded beyond them. Nobody stands there twice. */
export function entriesOf(stage: BoardStage): LeaderboardEntry[] {
  const live = stage.feed.data?.entries ?? [];
  const { entries } = pagesOf(stage);
  if (!entries.length) return live;
  const ids = new Set(live.map(({ userId }) => userId));
  const all = [...live, ...entries.filter(({ userId }) => !ids.has(userId))];
  return stage.around ? all : ranked(all);
}

/** 1-2-2-4. Rows from the top of a board on tell each other's ranks. */
function ranked(entries: LeaderboardEntry[]): LeaderboardEntry[] {
  let rank = 0;
  return entries.map((entry, index) => {
    if (score(entry) !== score(entries[index - 1])) rank = index + 1;
    return entry.rank === rank ? entry : { ...entry, rank };
  });
}

function score(entry: LeaderboardEntry | undefined): number | undefined {
  return entry?.gain ?? entry?.xp;
}

export function pagesOf(stage: BoardStage): Pages {
  const { limit: _, ...view } = stage.view;
  const board = JSON.stringify(view);
  const known = kept.get(stage);
  if (known?.board === board) return known;
  known?.request.abort();
  const request = new AbortController();
  const made = { board, entries: [], cursor: undefined, before: undefined, failed: false, request };
  kept.set(stage, made);
  return made;
}

/** Whether there is more than what is on show. */
export function hasMore(stage: BoardStage): boolean {
  const { cursor } = pagesOf(stage);
  return typeof (cursor === undefined ? stage.feed.data?.nextCursor : cursor) === 'string';
}

/** As many rows more as the board began with, at least ten: live ones up to a hundred, then page by page. */
export function showMore(stage: BoardStage): void {
  const pages = pagesOf(stage);
  if (pages.before !== undefined) return;
  const rows = stage.view.limit!;
  const step = Math.max(leastStep, rows - stage.asked);
  pages.before = entriesOf(stage).length;
  pages.failed = false;
  if (rows < mostLive) stage.asked += Math.min(step, mostLive - rows);
  else loadPage(stage, pages, step);
  stage.requestUpdate();
}

function loadPage(stage: BoardStage, pages: Pages, limit: number): void {
  const { source, feed } = stage;
  const { kind: _kind, around: _around, ...choice } = stage.view;
  const cursor = pages.cursor ?? feed.data?.nextCursor ?? undefined;
  if (!('client' in source)) return;
  const { signal } = (pages.request = new AbortController());
  source.client.getLeaderboard({ ...choice, limit, cursor, signal }).then(
    later(stage, (it, page: Leaderboard) => take(it, pages, page)),
    later(stage, (it) => take(it, pages, undefined)),
  );
}

/** @param page - undefined where it could not be had */
function take(stage: BoardStage, pages: Pages, page: Leaderboard | undefined): void {
  // The board has left the page, or is another one.
  if (pages.request.signal.aborted) return;
  if (page) {
    const known = new Set(pages.entries.map(({ userId }) => userId));
    pages.entries = [...pages.entries, ...page.entries.filter(({ userId }) => !known.has(userId))];
    pages.cursor = page.nextCursor;
  } else pages.failed = true;
  if (pagesOf(stage) === pages) tellAdded(stage);
  stage.requestUpdate();
}

/** When a board leaves the page: what it has asked for is nobody's. One that is only being moved is back by then. */
export function leavePages(stage: BoardStage): void {
  queueMicrotask(() => {
    const pages = kept.get(stage);
    if (stage.isConnected || !pages) return;
    pages.request.abort();
    pages.before = undefined;
  });
}

/** Tells how many rows have come since the reader asked for more, once they have. */
export function tellAdded(stage: BoardStage): void {
  const pages = pagesOf(stage);
  if (pages.before === undefined) return;
  const { added, notAdded } = moreWords(stage.language).board;
  say(stage, pages.failed ? notAdded : added(entriesOf(stage).length - pages.before), true);
  pages.before = undefined;
}

/** Whoever falls out of the live rows stands first among those beyond them. */
export function keepFallen(stage: BoardStage, board: Leaderboard, before: Leaderboard): void {
  const pages = pagesOf(stage);
  const last = score(board.entries.at(-1)) ?? 0;
  const live = new Set(board.entries.map(({ userId }) => userId));
  const fallen = before.entries.filter((entry) => !live.has(entry.userId) && score(entry)! <= last);
  if (pages.entries.length)
    pages.entries = [...fallen, ...pages.entries.filter((it) => !fallen.includes(it))];
}
