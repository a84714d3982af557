import type { AppContext } from '../context.ts';
import type { CommunityRow } from '../database/functions.ts';
import { ApiError } from '../errors.ts';
import { unknownCommunity } from '../identity/authorize.ts';
import type { Identity } from '../identity/identity.ts';
import { identify, type CommunityRequest } from './read-community.ts';

/** Who acts for the creator, in the words the log keeps: a Whop user id, or `key:{id}`. */
export interface Creator {
  readonly community: CommunityRow;
  readonly communityId: string;
  readonly by: string;
}

const whoMay = 'this takes a secret key (`sk_…`), or a member token of';

/**
 * The creator's server, or an admin of the community that a request names. With `owner`, of members only the owner:
 * Whop counts moderators as admins. Throws for everybody else.
 */
export async function requireCreator(
  context: Pick<AppContext, 'identities' | 'functions'>,
  request: CommunityRequest,
  { owner = false }: { owner?: boolean } = {},
): Promise<Creator> {
  const { communityId, identity } = await identify(context, request);
  const by = creatorOf(identity, owner);
  const community = await context.functions.getCommunity(communityId);
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
