import type { Response } from 'express';
import type { AppContext } from '../../context.ts';
import type { CommunityRequest } from '../read-community.ts';
import { requireServer } from '../require-server.ts';
import { toOutcomes } from './event-outcomes.ts';
import { readEvents, toActivity } from './event-request.ts';
import { checkNames } from './known-events.ts';

/** `POST /communities/{communityId}/events`: what members did elsewhere, and what came of it, in the same order. */
export function postEvents(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const { communityId } = await requireServer(context, request);
    const events = readEvents(request, context.now());
    await checkNames(context.pipeline, communityId, events);
    const activities = events.map((event) => toActivity(communityId, event));
    const booked = await context.pipeline.submit(activities);
    response.setHeader('Cache-Control', 'no-store');
    response.json({ events: toOutcomes(events, booked) });
  };
}
