import type { Config } from '../config.ts';
import type { DatabaseFunctions } from '../database/functions.ts';
import { ApiError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { WhopApi } from '../whop/port.ts';
import { ApiKeys } from './api-keys.ts';
import { authenticate, type Caller } from './authenticate.ts';
import { refuseForeign } from './authorize.ts';
import { readCredentials, type IdentifiedRequest } from './credentials.ts';
import type { Identity } from './identity.ts';
import { joinCommunity } from './join-community.ts';
import type { JwtKey } from './jwt-key.ts';
import { MemberTokens } from './member-token.ts';
import { WhopAnswers } from './whop-access.ts';
import { WhopUserTokens } from './whop-user-token.ts';

export interface IdentitiesDeps {
  /** What member tokens are signed with. */
  jwtKey: JwtKey;
  functions: DatabaseFunctions;
  /** What Whop is asked with; undefined where the server has no key for it. */
  whop: WhopApi | undefined;
  now: () => Date;
  log: Logger;
}

/** Who is who: all that routes need to know about it. */
export interface Identities {
  readonly memberTokens: MemberTokens;
  readonly keys: ApiKeys;
  /** Rejects with `whop-unavailable` where the server has no key to ask Whop with. */
  askWhop(): WhopAnswers;
  /** Who sends a request, whatever it is about; found out once for each request. */
  recognise(request: IdentifiedRequest): Promise<Caller>;
  /** Who sends a request about this community: nobody, or somebody of it. */
  identify(request: IdentifiedRequest, communityId: string): Promise<Identity>;
  /** Resolves once all that is to be noted about keys is noted. */
  drain(): Promise<void>;
}

export function createIdentities(config: Config, deps: IdentitiesDeps): Identities {
  const { jwtKey, functions, now, log } = deps;
  const memberTokens = new MemberTokens({ key: jwtKey, now });
  const keys = new ApiKeys({ functions, now, log });
  const whopUserTokens = openWhopUserTokens(config, now);
  const whopAnswers = deps.whop && new WhopAnswers({ whop: deps.whop, now });

  const askWhop = (): WhopAnswers => {
    if (whopAnswers) return whopAnswers;
    throw new ApiError(
      'whop-unavailable',
      'This server cannot ask Whop who belongs where: WHOP_API_KEY is not set.',
    );
  };
  const recognise = onceForEach(async (request: IdentifiedRequest) =>
    authenticate(readCredentials(request), { memberTokens, keys, whopUserTokens }),
  );

  return {
    memberTokens,
    keys,
    askWhop,
    recognise,
    identify: async (request, communityId) => {
      const caller = await recognise(request);
      if (caller.kind === 'whop-user') return joinCommunity(caller, communityId, { functions, askWhop });
      refuseForeign(caller, communityId);
      return caller;
    },
    drain: () => keys.drain(),
  };
}

function openWhopUserTokens({ whop }: Config, now: () => Date): WhopUserTokens | undefined {
  const { appId, jwksUrl } = whop;
  return appId === undefined ? undefined : new WhopUserTokens({ appId, jwksUrl, now });
}

function onceForEach<Key extends object, Found>(find: (key: Key) => Promise<Found>) {
  const found = new WeakMap<Key, Promise<Found>>();
  return (key: Key): Promise<Found> => {
    const known = found.get(key) ?? find(key);
    found.set(key, known);
    return known;
  };
}
