import type { Request } from 'express';
import type { AppContext } from '../../context.ts';
import { identify, readId, readOwnId } from '../read-community.ts';
import { requireCreator } from '../require-creator.ts';

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
  const { communityId, identity } = await identify(context, request);
  const userId = readOwnId(identity);
  return { communityId, userId, by: userId };
}
