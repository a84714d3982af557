import type { AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { identify, type CommunityRequest } from './read-community.ts';

/**
 * The community of a request of the creator's own server. Throws for everybody else: an admin's token may be in a
 * browser, where whatever it says could be made up.
 */
export async function requireServer(
  context: Pick<AppContext, 'identities'>,
  request: CommunityRequest,
): Promise<{ communityId: string; keyId: string }> {
  const { communityId, identity } = await identify(context, request);
  if (identity.kind === 'server') return { communityId, keyId: identity.keyId };
  if (identity.kind === 'anonymous') {
    throw new ApiError('unauthenticated', 'No identity was shown: send a secret key (`sk_…`) as Bearer.');
  }
  throw new ApiError(
    'forbidden',
    'Only a server may say what members did elsewhere: send it from there, with a secret key (`sk_…`).',
  );
}
