import { leaderboardQuerySchema, type Leaderboard, type LeaderboardQuery } from '@wee5/contract';
import type { Response } from 'express';
import type { AppContext } from '../context.ts';
import type { Board } from '../database/functions.ts';
import { ApiError } from '../errors.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { readCommunity, readId, readOwnId, type CommunityRequest, type Reader } from './read-community.ts';
import { sendRead } from './send-read.ts';
import { invalid, validate } from './validate.ts';

/** `GET /communities/{communityId}/leaderboard?window=all&limit=1..100&cursor=…&around=me|{userId}` */
export function getLeaderboard(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const query = readQuery(request);
    const reader = await readCommunity(context, request);
    const board = await readBoard(context, reader, query);
    context.profiles.want(
      reader.community.communityId,
      board.entries.map(({ userId }) => userId),
    );
    sendRead({ request, response, reader }, toLeaderboard(reader, board));
  };
}

function readQuery(request: CommunityRequest): LeaderboardQuery {
  const query = validate(leaderboardQuerySchema, request.query);
  if (query.window !== 'all') throw invalid([{ path: 'window', message: 'Only `all` is available yet' }]);
  if (query.cursor && query.around) throw invalid([{ path: 'around', message: 'Give `around` or `cursor`' }]);
  return query;
}

async function readBoard(context: AppContext, reader: Reader, query: LeaderboardQuery): Promise<Board> {
  if (query.around === undefined) return readPage(context, reader, { query, aroundUserId: null });
  const isOwn = query.around === 'me';
  const aroundUserId = isOwn ? readOwnId(reader) : readId('around', query.around);
  const board = await readPage(context, reader, { query, aroundUserId });
  if (board.entries.length > 0) return board;
  // Whoever has no place yet, or shows none, sees how the board begins.
  if (isOwn) return readPage(context, reader, { query, aroundUserId: null });
  throw new ApiError('unknown-member', 'No member of this leaderboard has the id of `around`.');
}

async function readPage(
  { functions }: AppContext,
  { community, viewer }: Reader,
  { query, aroundUserId }: { query: LeaderboardQuery; aroundUserId: string | null },
): Promise<Board> {
  const board = await functions.getLeaderboard({
    communityId: community.communityId,
    scope: viewer.scope,
    viewerId: viewer.userId,
    limit: query.limit,
    after: query.cursor === undefined ? null : decodeCursor(query.cursor),
    aroundUserId,
  });
  if (!board) throw new ApiError('unknown-community', 'The community is gone.');
  return board;
}

function toLeaderboard({ community: { communityId } }: Reader, board: Board): Leaderboard {
  return {
    communityId,
    window: { kind: 'all', startsAt: null, endsAt: null },
    total: board.total,
    entries: board.entries,
    me: board.me,
    nextCursor: board.next && encodeCursor(board.next),
    version: board.version,
  };
}
