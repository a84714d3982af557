import { decodeJwt } from 'jose';
import { ApiError } from '../errors.ts';
import type { ApiKeys } from './api-keys.ts';
import type { Credentials } from './credentials.ts';
import {
  anonymous,
  type Anonymous,
  type MemberIdentity,
  type PageIdentity,
  type ServerIdentity,
} from './identity.ts';
import type { MemberTokens } from './member-token.ts';
import type { WhopUserTokens } from './whop-user-token.ts';

/** Who sends a request, before it is known which community it is about. */
export type Caller = Anonymous | PageIdentity | ServerIdentity | MemberIdentity | WhopCaller;

/** A user inside Whop, who belongs to whichever communities Whop says. */
export interface WhopCaller {
  readonly kind: 'whop-user';
  readonly userId: string;
  readonly expiresAt: Date;
  /** The one community their page's key is for, where it shows one. */
  readonly onlyIn: string | undefined;
}

export interface AuthenticateDeps {
  memberTokens: Pick<MemberTokens, 'verify'>;
  keys: Pick<ApiKeys, 'find'>;
  /** Undefined where the server has no Whop app. */
  whopUserTokens: Pick<WhopUserTokens, 'verify'> | undefined;
}

/**
 * Verifies all that a request shows. Rejects with `unauthenticated` where any of it is not valid or two contradict
 * each other, and with `forbidden` for a publishable key on a page it is not for.
 */
export async function authenticate(given: Credentials, deps: AuthenticateDeps): Promise<Caller> {
  const page =
    given.publishableKey === undefined ? undefined : await openPage(given.publishableKey, given, deps);
  if (given.secretKey !== undefined) {
    if (page ?? given.whopUserToken) throw contradiction('a secret key and something of a page');
    return openServer(given.secretKey, deps);
  }
  if (given.memberToken !== undefined) return openMember(given.memberToken, { ...given, page }, deps);
  if (given.whopUserToken !== undefined) return openWhopUser(given.whopUserToken, page, deps);
  return page ?? anonymous;
}

async function openPage(key: string, { origin }: Credentials, deps: AuthenticateDeps): Promise<PageIdentity> {
  const { communityId, keyId, allowedOrigins } = await findKey(key, deps);
  if (origin === undefined) {
    throw new ApiError(
      'forbidden',
      'This key works on its own pages only, and the request has no Origin or Referer.',
    );
  }
  if (!allowedOrigins.includes(origin)) {
    const detail = `This key is not for pages of ${origin}: its owner can make one for that origin.`;
    throw new ApiError('forbidden', detail);
  }
  return { kind: 'page', communityId, keyId };
}

async function openServer(key: string, deps: AuthenticateDeps): Promise<ServerIdentity> {
  const { communityId, keyId } = await findKey(key, deps);
  return { kind: 'server', communityId, keyId };
}

async function findKey(text: string, { keys }: AuthenticateDeps) {
  const key = await keys.find(text);
  if (key) return key;
  const detail =
    'This key is not known, or it was revoked: check it, or make another one. Leave it out to read what is public.';
  throw new ApiError('unauthenticated', detail);
}

async function openMember(
  token: string,
  { page, whopUserToken }: { page: PageIdentity | undefined; whopUserToken: string | undefined },
  deps: AuthenticateDeps,
): Promise<MemberIdentity> {
  const member = await deps.memberTokens.verify(token);
  if (page && page.communityId !== member.communityId) {
    throw contradiction('a key and a member token of two communities');
  }
  // Whop adds its token to every request of its iframe. It gives nothing here, so its signature need not be checked.
  if (whopUserToken !== undefined && subjectOf(whopUserToken) !== member.userId) {
    throw contradiction('a member token and an x-whop-user-token of two users');
  }
  return member;
}

async function openWhopUser(
  token: string,
  page: PageIdentity | undefined,
  { whopUserTokens }: AuthenticateDeps,
): Promise<WhopCaller> {
  if (!whopUserTokens) {
    throw new ApiError(
      'unauthenticated',
      'This server has no Whop app (WHOP_APP_ID): leave x-whop-user-token out.',
    );
  }
  const { userId, expiresAt } = await whopUserTokens.verify(token);
  return { kind: 'whop-user', userId, expiresAt, onlyIn: page?.communityId };
}

function subjectOf(token: string): string | undefined {
  try {
    return decodeJwt(token).sub;
  } catch {
    return undefined;
  }
}

function contradiction(what: string): ApiError {
  return new ApiError('unauthenticated', `The request shows ${what}: send the one that is meant.`);
}
