import type { ApiKeys } from '@wee5/contract';
import type { Response } from 'express';
import type { AppContext } from '../../context.ts';
import type { CommunityRequest } from '../read-community.ts';
import { requireOwner } from '../require-owner.ts';

/** `GET /communities/{communityId}/keys` */
export function listKeys(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const { communityId } = await requireOwner(context, request);
    const keys = await context.identities.keys.list(communityId);
    response.setHeader('Cache-Control', 'no-store');
    response.json({ keys } satisfies ApiKeys);
  };
}
