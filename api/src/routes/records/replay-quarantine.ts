import { replayRequestSchema, type ReplayAnswer } from '@wee5/contract';
import type { Response } from 'express';
import type { AppContext } from '../../context.ts';
import { replayEvents } from '../../pipeline/replay-events.ts';
import type { CommunityRequest } from '../read-community.ts';
import { requireCreator } from '../require-creator.ts';
import { validate } from '../validate.ts';

/** `POST /communities/{communityId}/quarantine/replay`: these, or the oldest 100. */
export function replayQuarantine(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const { communityId, by } = await requireCreator(context, request);
    const { webhookIds } = validate(replayRequestSchema, request.body);
    const replayed = await replayEvents(context, { communityId, webhookIds });
    context.log.info({ communityId, by, events: replayed.length }, 'Replayed quarantined events');
    response.setHeader('Cache-Control', 'no-store');
    response.json({ replayed } satisfies ReplayAnswer);
  };
}
