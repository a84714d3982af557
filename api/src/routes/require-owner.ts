import type { AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import type { MemberIdentity } from '../identity/identity.ts';
import { identify, type CommunityRequest } from './read-community.ts';

const whoMay = 'only the owner of the company on Whop may do this, with a member token';

/**
 * The owner of the community a request names. Throws for everybody else: Whop counts moderators as admins, and a key
 * opens more than a moderator should hand out.
 */
export async function requireOwner(
  context: Pick<AppContext, 'identities'>,
  request: CommunityRequest,
): Promise<MemberIdentity> {
  const { identity } = await identify(context, request);
  if (identity.kind === 'anonymous')
    throw new ApiError('unauthenticated', `No identity was shown: ${whoMay}.`);
  if (identity.kind === 'member' && identity.isOwner) return identity;
  if (identity.kind === 'member' && identity.via === 'whop-user-token') {
    throw new ApiError('forbidden', `Open a session first (POST /api/v1/sessions): ${whoMay}.`);
  }
  throw new ApiError('forbidden', `This identity is not the owner's: ${whoMay}.`);
}
