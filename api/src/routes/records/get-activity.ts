import { activitySummary, communityActivityQuerySchema, type CommunityActivity } from '@wee5/contract';
import type { Response } from 'express';
import type { AppContext } from '../../context.ts';
import { readId, type CommunityRequest } from '../read-community.ts';
import { requireCreator } from '../require-creator.ts';
import { validate } from '../validate.ts';
import { encodePosition, readLogCursor } from './position-cursor.ts';

/** `GET /communities/{communityId}/activity?cursor=…&limit=1..100&type=…&userId=…`: everybody's, for the creator. */
export function getActivity(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const { communityId } = await requireCreator(context, request);
    const { cursor, limit, type, userId } = validate(communityActivityQuerySchema, request.query);
    const page = await context.functions.getCommunityActivity({
      communityId,
      userId: userId === undefined ? null : readId('userId', userId),
      type: type ?? null,
      before: readLogCursor(cursor),
      limit,
    });
    response.setHeader('Cache-Control', 'no-store');
    response.json({
      entries: page.entries.map((entry) => ({ ...entry, summary: activitySummary(entry) })),
      nextCursor: encodePosition(page.next),
    } satisfies CommunityActivity);
  };
}
