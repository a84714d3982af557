import type { AppContext } from '../context.ts';
import type { CommunityRow } from '../database/functions.ts';
import { ApiError } from '../errors.ts';
import { unknownCommunity } from '../identity/authorize.ts';
import type { Identity } from '../identity/identity.ts';
import { readId } from './read-community.ts';

/** Who acts for the creator, in the words the log keeps: a Whop user id, or `key:{id}`. */
export interface Creator {
  readonly community: CommunityRow;
  readonly communityId: string;
  readonly by: string;
}

interface Named {
  readonly params: { communityId: string };
}

const whoMay = 'this takes a secret key (`sk_…`), or a member token of';

/**
 * The creator's server, or an admin of the community that a request names. With `owner`, of members only the owner:
 * Whop counts moderators as admins. Throws for everybody else.
 */
export async function requireCreator<
  Request extends Named & Parameters<AppContext['identities']['identify']>[0],
>(
  { identities, functions }: Pick<AppContext, 'identities' | 'functions'>,
  request: Request,
  { owner = false }: { owner?: boolean } = {},
): Promise<Creator> {
  const communityId = readId('communityId', request.params.communityId);
  const identity = await identities.identify(request, communityId);
  const by = creatorOf(identity, owner);
  const community = await functions.getCommunity(communityId);
  if (!community) throw unknownCommunity();
  return { community, communityId, by };
}

function creatorOf(identity: Identity, owner: boolean): string {
  const whose = owner ? 'the owner' : 'an admin';
  if (identity.kind === 'server') return `key:${identity.keyId}`;
  if (identity.kind === 'anonymous') {
    throw new ApiError('unauthenticated', `No identity was shown: ${whoMay} ${whose}.`);
  }
  if (identity.kind === 'member' && (owner ? identity.isOwner : identity.access === 'admin')) {
    return identity.userId;
  }
  throw new ApiError('forbidden', `This identity may not do that: ${whoMay} ${whose}.`);
}
