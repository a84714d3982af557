import type { DatabaseFunctions } from '../database/functions.ts';
import type { WhopCaller } from './authenticate.ts';
import { notAMember, unknownCommunity } from './authorize.ts';
import type { MemberIdentity } from './identity.ts';
import type { WhopAnswers } from './whop-access.ts';

export interface JoinCommunityDeps {
  functions: Pick<DatabaseFunctions, 'getCommunity'>;
  askWhop: () => Pick<WhopAnswers, 'getAccess'>;
}

/**
 * A user inside Whop as what they are in this community. Rejects with `not-a-member`, `unknown-community` or
 * `whop-unavailable`.
 */
export async function joinCommunity(
  { userId, expiresAt, onlyIn }: WhopCaller,
  communityId: string,
  { functions, askWhop }: JoinCommunityDeps,
): Promise<MemberIdentity> {
  if (onlyIn !== undefined && onlyIn !== communityId) throw notAMember();
  // Whop's answers are scarce: none is spent on a community that is not there.
  if (!(await functions.getCommunity(communityId))) throw unknownCommunity();
  const access = await askWhop().getAccess(userId, communityId);
  if (access === 'no_access') throw notAMember();
  return {
    kind: 'member',
    communityId,
    userId,
    access: access === 'admin' ? 'admin' : 'member',
    // Found out for a session only: nothing that asks for the owner takes this identity.
    isOwner: false,
    via: 'whop-user-token',
    expiresAt,
  };
}
