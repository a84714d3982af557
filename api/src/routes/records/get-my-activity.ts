import { activityQuerySchema, activitySummary, type MemberActivity } from '@wee5/contract';
import type { Response } from 'express';
import type { AppContext } from '../../context.ts';
import { unknownCommunity } from '../../identity/authorize.ts';
import { readCommunity, readOwnId, type CommunityRequest } from '../read-community.ts';
import { sendRead } from '../send-read.ts';
import { validate } from '../validate.ts';
import { encodePosition, readLogCursor } from './position-cursor.ts';

/** `GET /communities/{communityId}/members/me/activity?cursor=…&limit=1..100`: what one's XP are made of. */
export function getMyActivity(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const { cursor, limit } = validate(activityQuerySchema, request.query);
    const before = readLogCursor(cursor);
    const reader = await readCommunity(context, request);
    const { communityId } = reader.community;
    const userId = readOwnId(reader.identity);
    const page = await context.functions.getMemberActivity({ communityId, userId, before, limit });
    if (!page) throw unknownCommunity();
    const answer: MemberActivity = {
      entries: page.entries.map((entry) => ({ ...entry, summary: activitySummary(entry) })),
      nextCursor: encodePosition(page.next),
      version: page.version,
    };
    sendRead({ request, response, reader }, answer);
  };
}
