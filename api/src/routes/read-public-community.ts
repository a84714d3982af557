import { idSchema } from '@wee5/contract';
import type { Request } from 'express';
import type { AppContext } from '../context.ts';
import type { CommunityRow } from '../database/functions.ts';
import { ApiError } from '../errors.ts';

/** The community a request names, where anyone may read it. Throws what the request is answered with otherwise. */
export async function readPublicCommunity(
  context: AppContext,
  request: Request<{ communityId: string }>,
): Promise<CommunityRow> {
  const communityId = readId('communityId', request.params.communityId);
  refuseIdentity(request);
  const community = await context.functions.getCommunity(communityId);
  if (!community) {
    throw new ApiError(
      'unknown-community',
      'It comes into being with its first verified event: check the id.',
    );
  }
  if (community.visibility !== 'public') {
    throw new ApiError('unauthenticated', 'This community is not public: only its members may read it.');
  }
  return community;
}

/** An opaque id as it may be handed to the database. Throws `validation-failed`. */
export function readId(path: string, id: string): string {
  if (idSchema.safeParse(id).success && !/\p{Cc}/u.test(id)) return id;
  const message = 'must be an id of at most 200 characters without control characters';
  throw new ApiError('validation-failed', `${path} ${message}.`, { errors: [{ path, message }] });
}

// Answering as if no identity had been given would hide from its holder that it is not understood.
function refuseIdentity(request: Request): void {
  if (request.headers.authorization !== undefined) {
    throw new ApiError(
      'unauthenticated',
      'This token is not known. Leave the Authorization header out to read what is public.',
    );
  }
  if (request.headers['x-wee5-key'] !== undefined || request.query['key'] !== undefined) {
    throw new ApiError('unauthenticated', 'This key is not known. Leave it out to read what is public.');
  }
}
