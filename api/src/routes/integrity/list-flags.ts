import type { Flags } from '@wee5/contract';
import type { Response } from 'express';
import type { AppContext } from '../../context.ts';
import { summaryOf } from '../../flags/summary.ts';
import type { CommunityRequest } from '../read-community.ts';
import { requireCreator } from '../require-creator.ts';

const MOST_FLAGS = 200;

/** `GET /communities/{communityId}/flags`: signs of farming, newest first. */
export function listFlags(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const { communityId } = await requireCreator(context, request);
    const found = await context.integrity.listFlags(communityId, MOST_FLAGS);
    const flags = found.map((flag) => ({ ...flag, summary: summaryOf(flag) }));
    response.setHeader('Cache-Control', 'no-store');
    response.json({ flags } satisfies Flags);
  };
}
