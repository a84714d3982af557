import { serverSessionRequestSchema, whopSessionRequestSchema, type Session } from '@wee5/contract';
import type { Request, Response } from 'express';
import type { AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { watcherOf } from '../identity/authorize.ts';
import type { TokenHolder } from '../identity/member-token.ts';
import { findWhopHolder } from '../identity/whop-holder.ts';
import { toLiveConfig } from './live-config.ts';
import { readRankCard } from './members/rank-card.ts';
import { openCommunity, readId } from './read-community.ts';
import { validate } from './validate.ts';

/** `POST /sessions`: a member token and what a page begins with, inside Whop or for a creator's own server. */
export function createSession(context: AppContext) {
  return async (request: Request, response: Response): Promise<void> => {
    const holder = await readHolder(context, request);
    response.setHeader('Cache-Control', 'no-store');
    response.json(await openSession(context, holder));
  };
}

async function readHolder({ identities }: AppContext, request: Request): Promise<TokenHolder> {
  const caller = await identities.recognise(request);
  switch (caller.kind) {
    case 'whop-user':
      return findWhopHolder(caller, validate(whopSessionRequestSchema, request.body), identities.askWhop());
    case 'server': {
      const { userId } = validate(serverSessionRequestSchema, request.body);
      const { communityId } = caller;
      return { communityId, userId: readId('userId', userId), access: 'member', isOwner: false };
    }
    case 'anonymous':
      throw new ApiError('unauthenticated', `A session takes an identity: ${whoMay}.`);
    default:
      throw new ApiError('forbidden', `This identity opens no session: ${whoMay}.`);
  }
}

const whoMay = 'come through Whop (x-whop-user-token), or from your server with a secret key (Bearer sk_…)';

async function openSession(context: AppContext, holder: TokenHolder): Promise<Session> {
  const { identities, functions, communityDefaults, profiles, config } = context;
  const { communityId, userId, access } = holder;
  await functions.ensureCommunities([communityId], communityDefaults);
  const { token, identity } = await identities.memberTokens.mint(holder);
  // Whom the community is closed to gets no token that would open nothing.
  const community = await openCommunity(context, communityId, identity);
  profiles.want(communityId, [userId]);
  return {
    token,
    expiresAt: identity.expiresAt.toISOString(),
    communityId,
    member: await readRankCard(context, { community, userId, viewer: watcherOf(identity) }),
    access,
    live: toLiveConfig(config, communityId, userId),
  };
}
