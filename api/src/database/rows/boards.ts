import type { BoardKind, Leaderboard, LeaderboardEntry, RankCard, WindowKind } from '@wee5/contract';

/** Who is looking: what a member shows depends on it. */
export type ViewerScope = 'public' | 'members' | 'admin';

/** Which page of which board, and who looks. */
export interface BoardQuery {
  communityId: string;
  scope: ViewerScope;
  viewerId: string | null;
  board: BoardKind;
  window: WindowKind;
  /** A local day or an instant of the window; null for the one of `now`. */
  windowAt: string | null;
  now: string;
  limit: number;
  after: BoardPosition | null;
  aroundUserId: string | null;
}

/** A place on a board, exact enough to continue after it. */
export interface BoardPosition {
  /** What the board is ordered by: XP, or what climbers gained. */
  score: number;
  /** ISO 8601 with microseconds. */
  reachedAt: string;
  /** The id under which the viewer sees the member. */
  userId: string;
}

export type BoardEntry = LeaderboardEntry;

export interface Board {
  window: Leaderboard['window'];
  total: number;
  version: number;
  entries: BoardEntry[];
  me: BoardEntry | null;
  /** Null when there is nothing after the last entry. */
  next: BoardPosition | null;
}

/** A rank card without what TypeScript adds to it. */
export type MemberRow = Omit<RankCard, 'levelName' | 'progress'>;
