import { membersQuerySchema, xpSchema, type Members } from '@wee5/contract';
import type { Response } from 'express';
import * as z from 'zod';
import type { AppContext } from '../../context.ts';
import type { MemberPosition } from '../../database/functions.ts';
import { unknownCommunity } from '../../identity/authorize.ts';
import { cursorIdSchema, decodeCursor, encodeCursor } from '../cursor.ts';
import type { CommunityRequest } from '../read-community.ts';
import { requireCreator } from '../require-creator.ts';
import { validate } from '../validate.ts';

/** `GET /communities/{communityId}/members?query=&excluded=&limit=1..100&cursor=…` */
export function listMembers(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const { communityId } = await requireCreator(context, request);
    const { query, excluded, limit, cursor } = validate(membersQuerySchema, request.query);
    const found = await context.functions.listMembers(communityId, {
      query,
      excluded: excluded === undefined ? undefined : excluded === 'true',
      limit,
      after: readCursor(cursor),
    });
    if (!found) throw unknownCommunity();
    const { members, total, next } = found;
    context.profiles.want(
      communityId,
      members.map(({ userId }) => userId),
    );
    response.setHeader('Cache-Control', 'no-store');
    response.json({
      members,
      total,
      nextCursor: next && encodeCursor([next.xp, next.userId]),
    } satisfies Members);
  };
}

const partsSchema = z.tuple([xpSchema, cursorIdSchema]);

function readCursor(cursor: string | undefined): MemberPosition | null {
  if (cursor === undefined) return null;
  const [xp, userId] = decodeCursor(partsSchema, cursor);
  return { xp, userId };
}
