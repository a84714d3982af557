import type { Reset } from '@wee5/contract';
import type { Response } from 'express';
import type { AppContext } from '../../context.ts';
import type { CommunityRequest } from '../read-community.ts';
import { requireCreator } from '../require-creator.ts';

/** `GET /communities/{communityId}/resets` */
export function listResets(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const { communityId } = await requireCreator(context, request);
    const resets = await context.functions.listResets(communityId);
    response.setHeader('Cache-Control', 'no-store');
    response.json({ resets } satisfies { resets: Reset[] });
  };
}
