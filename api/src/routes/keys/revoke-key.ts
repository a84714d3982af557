import type { Request, Response } from 'express';
import type { AppContext } from '../../context.ts';
import { ApiError } from '../../errors.ts';
import { readId } from '../read-community.ts';
import { requireOwner } from '../require-owner.ts';

/** `DELETE /communities/{communityId}/keys/{keyId}`: answers the key as it is from now on. */
export function revokeKey(context: AppContext) {
  return async (
    request: Request<{ communityId: string; keyId: string }>,
    response: Response,
  ): Promise<void> => {
    const { communityId, userId } = await requireOwner(context, request);
    const keyId = readId('keyId', request.params.keyId);
    const key = await context.identities.keys.revoke(communityId, keyId);
    if (!key) throw new ApiError('not-found', 'This community has no such key: check its id.');
    context.log.info({ communityId, userId, keyId }, 'Revoked a key');
    response.setHeader('Cache-Control', 'no-store');
    response.json(key);
  };
}
