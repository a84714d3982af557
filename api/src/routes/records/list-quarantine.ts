import { quarantineQuerySchema, type QuarantineEvents } from '@wee5/contract';
import type { Response } from 'express';
import type { AppContext } from '../../context.ts';
import type { CommunityRequest } from '../read-community.ts';
import { requireCreator } from '../require-creator.ts';
import { validate } from '../validate.ts';
import { encodePosition, readPositionCursor } from './position-cursor.ts';

/** `GET /communities/{communityId}/quarantine?cursor=…&limit=1..50`, newest first. */
export function listQuarantine(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const { communityId } = await requireCreator(context, request);
    const { cursor, limit } = validate(quarantineQuerySchema, request.query);
    const before = readPositionCursor(cursor);
    const { events, next } = await context.functions.listQuarantinedEvents({ communityId, before, limit });
    response.setHeader('Cache-Control', 'no-store');
    response.json({
      events: events.map((event) => ({ ...event, payload: JSON.parse(event.payload) as unknown })),
      nextCursor: encodePosition(next),
    } satisfies QuarantineEvents);
  };
}
