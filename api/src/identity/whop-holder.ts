import type { WhopSessionRequest } from '@wee5/contract';
import { ApiError, invalidPart } from '../errors.ts';
import type { WhopCaller } from './authenticate.ts';
import { notAMember } from './authorize.ts';
import type { TokenHolder } from './member-token.ts';
import type { WhopAnswers } from './whop-access.ts';

/**
 * Whom a session inside Whop is for. Rejects with `validation-failed`, `unknown-experience`, `not-a-member` or
 * `whop-unavailable`.
 */
export async function findWhopHolder(
  { userId, onlyIn }: WhopCaller,
  request: WhopSessionRequest,
  whop: WhopAnswers,
): Promise<TokenHolder> {
  const communityId = await findCommunityId(request, whop);
  if (onlyIn !== undefined && onlyIn !== communityId) throw notAMember();
  const access = await whop.getAccess(userId, communityId);
  if (access === 'no_access') {
    throw new ApiError(
      'not-a-member',
      'Whop says that this user has no access to the community: join it first.',
    );
  }
  if (access === 'customer') return { communityId, userId, access: 'member', isOwner: false };
  return { communityId, userId, access: 'admin', isOwner: await whop.isOwner(userId, communityId) };
}

async function findCommunityId(request: WhopSessionRequest, whop: WhopAnswers): Promise<string> {
  const { communityId = '', experienceId } = request;
  // Whop answers for products as well, and a community comes into being with its session.
  if (request.communityId !== undefined) expectId('communityId', communityId, /^biz_\w+$/);
  if (experienceId === undefined) return communityId;
  expectId('experienceId', experienceId, /^exp_\w+$/);
  const companyId = await whop.getCompanyId(experienceId);
  if (request.communityId === undefined || companyId === communityId) return companyId;
  throw invalidPart('experienceId', 'is of another community than `communityId`');
}

function expectId(path: string, id: string, shape: RegExp): void {
  if (!shape.test(id))
    throw invalidPart(path, `must be an id of Whop's, such as ${path === 'communityId' ? 'biz' : 'exp'}_…`);
}
