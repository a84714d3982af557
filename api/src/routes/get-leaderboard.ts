import { leaderboardQuerySchema, type Leaderboard, type LeaderboardQuery } from '@wee5/contract';
import type { Request, Response } from 'express';
import type { AppContext } from '../context.ts';
import type { Board, CommunityRow } from '../database/functions.ts';
import { ApiError } from '../errors.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { readId, readPublicCommunity } from './read-public-community.ts';
import { sendRead } from './send-read.ts';

/** `GET /communities/{communityId}/leaderboard?window=all&limit=1..100&cursor=…&around={userId}` */
export function getLeaderboard(context: AppContext) {
  return async (request: Request<{ communityId: string }>, response: Response): Promise<void> => {
    const query = readQuery(request);
    const community = await readPublicCommunity(context, request);
    const board = await readBoard(context, community, query);
    context.profiles.want(
      community.communityId,
      board.entries.map(({ userId }) => userId),
    );
    sendRead(request, response, toLeaderboard(community, board));
  };
}

function readQuery(request: Request<{ communityId: string }>): LeaderboardQuery {
  const { data, error } = leaderboardQuerySchema.safeParse(request.query);
  if (error) {
    throw invalid(error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
  }
  if (data.window !== 'all') throw invalid([{ path: 'window', message: 'Only `all` is available yet' }]);
  if (data.cursor && data.around) throw invalid([{ path: 'around', message: 'Give `around` or `cursor`' }]);
  if (data.around === 'me') {
    throw new ApiError('unauthenticated', 'Who `me` is takes a member token: give a user id instead.');
  }
  return data;
}

async function readBoard(
  context: AppContext,
  community: CommunityRow,
  query: LeaderboardQuery,
): Promise<Board> {
  const board = await context.functions.getLeaderboard({
    communityId: community.communityId,
    scope: 'public',
    viewerId: null,
    limit: query.limit,
    after: query.cursor === undefined ? null : decodeCursor(query.cursor),
    aroundUserId: query.around === undefined ? null : readId('around', query.around),
  });
  if (!board) throw new ApiError('unknown-community', 'The community is gone.');
  if (query.around !== undefined && board.entries.length === 0) {
    throw new ApiError('unknown-member', 'No member of this leaderboard has the id of `around`.');
  }
  return board;
}

function toLeaderboard({ communityId }: CommunityRow, board: Board): Leaderboard {
  return {
    communityId,
    window: { kind: 'all', startsAt: null, endsAt: null },
    total: board.total,
    entries: board.entries,
    me: null,
    nextCursor: board.next && encodeCursor(board.next),
    version: board.version,
  };
}

function invalid(errors: { path: string; message: string }[]): ApiError {
  const detail = errors.map(({ path, message }) => `${path}: ${message}.`).join(' ');
  return new ApiError('validation-failed', detail, { errors });
}
