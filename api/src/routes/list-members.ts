import { idSchema, membersQuerySchema, xpSchema, type Members } from '@wee5/contract';
import type { Response } from 'express';
import * as z from 'zod';
import type { AppContext } from '../context.ts';
import type { MemberPosition } from '../database/functions.ts';
import { invalidPart } from '../errors.ts';
import { unknownCommunity } from '../identity/authorize.ts';
import type { CommunityRequest } from './read-community.ts';
import { requireCreator } from './require-creator.ts';
import { validate } from './validate.ts';

/** `GET /communities/{communityId}/members?query=&excluded=&limit=1..100&cursor=…` */
export function listMembers(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const { communityId } = await requireCreator(context, request);
    const { query, excluded, limit, cursor } = validate(membersQuerySchema, request.query);
    const found = await context.functions.listMembers(communityId, {
      query,
      excluded: excluded === undefined ? undefined : excluded === 'true',
      limit,
      after: cursor === undefined ? null : decode(cursor),
    });
    if (!found) throw unknownCommunity();
    const { members, total, next } = found;
    context.profiles.want(
      communityId,
      members.map(({ userId }) => userId),
    );
    response.setHeader('Cache-Control', 'no-store');
    response.json({ members, total, nextCursor: next && encode(next) } satisfies Members);
  };
}

const positionSchema = z.tuple([xpSchema, idSchema.regex(/^\P{Cc}+$/u)]);

function encode({ xp, userId }: MemberPosition): string {
  return Buffer.from(JSON.stringify([xp, userId])).toString('base64url');
}

function decode(cursor: string): MemberPosition {
  const { data } = positionSchema.safeParse(parse(Buffer.from(cursor, 'base64url').toString()));
  if (data) return { xp: data[0], userId: data[1] };
  throw invalidPart('cursor', 'must be the `nextCursor` of a former page');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
