import type { Leaderboard } from '@wee5/contract';
import type { Response } from 'express';
import type { AppContext } from '../../context.ts';
import type { Board } from '../../database/functions.ts';
import { ApiError } from '../../errors.ts';
import { readCommunity, readId, readOwnId, type CommunityRequest, type Reader } from '../read-community.ts';
import { sendRead } from '../send-read.ts';
import { encodeBoardCursor } from './board-cursor.ts';
import { ofAnotherBoard, readPageQuery, type PageQuery } from './leaderboard-query.ts';
import { SharedBoards } from './shared-boards.ts';

/** `GET /communities/{communityId}/leaderboard?board=top&window=all&at=…&limit=1..100&cursor=…&around=me|{userId}` */
export function getLeaderboard(context: AppContext) {
  const boards = new SharedBoards(context);
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const query = readPageQuery(request.query);
    const reader = await readCommunity(context, request);
    const board = await readBoard(boards, reader, query);
    context.profiles.want(
      reader.community.communityId,
      board.entries.map(({ userId }) => userId),
    );
    sendRead({ request, response, reader }, toLeaderboard(reader, query, board));
  };
}

async function readBoard(boards: SharedBoards, reader: Reader, query: PageQuery): Promise<Board> {
  if (query.around === undefined) return readPage(boards, reader, { query, aroundUserId: null });
  const isOwn = query.around === 'me';
  const aroundUserId = isOwn ? readOwnId(reader.identity) : readId('around', query.around);
  const board = await readPage(boards, reader, { query, aroundUserId });
  if (board.entries.length > 0) return board;
  // Whoever has no place yet, or shows none, sees how the board begins.
  if (isOwn) return readPage(boards, reader, { query, aroundUserId: null });
  throw new ApiError('unknown-member', 'No member of this leaderboard has the id of `around`.');
}

async function readPage(
  boards: SharedBoards,
  { community, viewer }: Reader,
  { query, aroundUserId }: { query: PageQuery; aroundUserId: string | null },
): Promise<Board> {
  const { board, window, windowAt, limit, cursor } = query;
  const page = await boards.read(
    {
      communityId: community.communityId,
      scope: viewer.scope,
      viewerId: viewer.userId,
      board,
      window,
      windowAt,
      limit,
      after: cursor && cursor.position,
      aroundUserId,
    },
    community.version,
  );
  if (!page) throw new ApiError('unknown-community', 'The community is gone.');
  if (cursor && cursor.startsAt !== page.window.startsAt) throw ofAnotherBoard(cursor);
  return page;
}

function toLeaderboard(
  { community: { communityId } }: Reader,
  { board }: PageQuery,
  { window, total, entries, me, next, version }: Board,
): Leaderboard {
  const { kind, startsAt } = window;
  const nextCursor = next && encodeBoardCursor({ board, window: kind, startsAt, position: next });
  return { communityId, board, window, total, entries, me, nextCursor, version };
}
