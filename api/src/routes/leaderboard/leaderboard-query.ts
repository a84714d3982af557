import { leaderboardQuerySchema, type LeaderboardQuery } from '@wee5/contract';
import type { BoardQuery } from '../../database/functions.ts';
import { invalidPart } from '../../errors.ts';
import { validate } from '../validate.ts';
import { decodeBoardCursor, type BoardCursor } from './board-cursor.ts';

/** Which page of which board a request asks for. */
export interface PageQuery extends Pick<BoardQuery, 'board' | 'window' | 'windowAt' | 'limit'> {
  cursor: BoardCursor | null;
  around: string | undefined;
}

/** Throws `validation-failed` for parts that are wrong, or that do not go together. */
export function readPageQuery(query: unknown): PageQuery {
  const { board, limit, around, at, ...rest } = validate(leaderboardQuerySchema, query);
  const window = readWindow(board, rest.window);
  if (window === 'all' && at !== undefined) {
    throw invalidPart('at', 'names a past day, week or month: give `window` with it');
  }
  if (rest.cursor === undefined) return { board, window, windowAt: at ?? null, limit, cursor: null, around };
  if (around !== undefined) throw invalidPart('around', 'cannot be given with `cursor`: leave one out');
  const cursor = decodeBoardCursor(rest.cursor);
  if (cursor.board !== board || cursor.window !== window) throw ofAnotherBoard(cursor);
  // A window that ends between two pages goes on being the one they are of.
  return { board, window, windowAt: at ?? cursor.startsAt, limit, cursor, around };
}

/** `validation-failed` for a cursor that continues another board than the one that is asked for. */
export function ofAnotherBoard({ board, window, startsAt }: BoardCursor): Error {
  const from = startsAt === null ? '' : ` that began at ${startsAt}`;
  return invalidPart(
    'cursor',
    `continues the board \`${board}\` of window \`${window}\`${from}: ask for the same one, or leave it out`,
  );
}

function readWindow(
  board: LeaderboardQuery['board'],
  window: LeaderboardQuery['window'],
): BoardQuery['window'] {
  if (board !== 'climbers') return window ?? 'all';
  if (window !== undefined && window !== 'week') {
    throw invalidPart(
      'window',
      'must be `week` on the board of climbers, which compares a week with the one before',
    );
  }
  return 'week';
}
