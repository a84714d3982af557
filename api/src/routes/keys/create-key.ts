import { createApiKeyRequestSchema } from '@wee5/contract';
import type { Response } from 'express';
import type { AppContext } from '../../context.ts';
import { unknownCommunity } from '../../identity/authorize.ts';
import type { CommunityRequest } from '../read-community.ts';
import { requireOwner } from '../require-owner.ts';
import { validate } from '../validate.ts';

/** `POST /communities/{communityId}/keys`: the one answer that tells the key. */
export function createKey(context: AppContext) {
  return async (request: CommunityRequest, response: Response): Promise<void> => {
    const { communityId, userId } = await requireOwner(context, request);
    const wanted = validate(createApiKeyRequestSchema, request.body);
    const key = await context.identities.keys.create(communityId, wanted);
    if (!key) throw unknownCommunity();
    context.log.info({ communityId, userId, keyId: key.keyId, kind: key.kind }, 'Made a key');
    response.setHeader('Cache-Control', 'no-store');
    response.status(201).json(key);
  };
}
