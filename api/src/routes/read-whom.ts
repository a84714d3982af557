import type { Request } from 'express';
import type { AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { readId } from './read-community.ts';
import { requireCreator } from './require-creator.ts';

export interface Whom {
  readonly communityId: string;
  readonly userId: string;
  /** Who asks: a Whop user id, or `key:{id}`. */
  readonly by: string;
}

/**
 * The member whom a creator names, or with `me` whoever asks: what is kept about oneself is one's own, also in a
 * community that shows its members nothing. Throws for everybody else.
 */
export async function readWhom(
  context: AppContext,
  request: Request<{ communityId: string; userId?: string }>,
  creator: { owner?: boolean } = {},
): Promise<Whom> {
  const { userId: named = 'me' } = request.params;
  if (named !== 'me') {
    const userId = readId('userId', named);
    const { communityId, by } = await requireCreator(context, request, creator);
    return { communityId, userId, by };
  }
  const communityId = readId('communityId', request.params.communityId);
  const identity = await context.identities.identify(request, communityId);
  if (identity.kind === 'member') return { communityId, userId: identity.userId, by: identity.userId };
  const code = identity.kind === 'anonymous' ? 'unauthenticated' : 'forbidden';
  throw new ApiError(code, 'Who `me` is takes a member token: give a user id instead.');
}
