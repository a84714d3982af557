import { previewConfigRequestSchema } from '@wee5/contract';
import type { Response } from 'express';
import { proposeConfig } from '../../config-document/propose.ts';
import type { AppContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { preview } from '../../preview/preview.ts';
import type { CommunityRequest } from '../read-community.ts';
import { requireCreator } from '../require-creator.ts';
import { validate } from '../validate.ts';

const RETRY_AFTER_SECONDS = 5;

/** `POST /communities/{communityId}/config/preview`: takes what PUT takes, and writes nothing. */
export function previewConfig(context: AppContext) {
  const running = new Set<string>();
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const { communityId } = await requireCreator(context, request);
    const change = validate(previewConfigRequestSchema, request.body);
    const { current, former, document } = await proposeConfig(context, communityId, change);
    const { functions, now } = context;
    const options = { functions, communityId, version: current.version, former, document, now: now() };
    response.setHeader('Cache-Control', 'no-store');
    response.json(await oneAtATime(running, communityId, () => preview(options)));
  };
}

/** A preview reads a month of a community; whoever moves a slider must not have it read many times at once. */
async function oneAtATime<Result>(
  running: Set<string>,
  communityId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  if (running.has(communityId)) {
    const detail = 'Another preview of this community is being made: wait until it is there.';
    throw new ApiError('rate-limited', detail, { retryAfterSeconds: RETRY_AFTER_SECONDS });
  }
  running.add(communityId);
  try {
    return await work();
  } finally {
    running.delete(communityId);
  }
}
