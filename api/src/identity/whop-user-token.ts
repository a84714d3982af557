import { idSchema } from '@wee5/contract';
import { JWTExpired } from 'jose/errors';
import * as z from 'zod';
import { ApiError } from '../errors.ts';
import { WhopKeys, WhopKeysUnavailable } from './whop-keys.ts';

const ISSUER = 'urn:whopcom:exp-proxy';

/** How far Whop's clock and ours may be apart, in seconds. */
const TOLERANCE_S = 5;

/** The user Whop vouches for. It says nothing about what they may do anywhere. */
export interface WhopUser {
  readonly userId: string;
  readonly expiresAt: Date;
}

export interface WhopUserTokensOptions {
  /** The app that the tokens have to be for. */
  appId: string;
  jwksUrl: string;
  now: () => Date;
}

/** The `x-whop-user-token`s that Whop adds to what a page in its iframe asks for. */
export class WhopUserTokens {
  readonly #appId: string;
  readonly #keys: WhopKeys;
  readonly #now: () => Date;

  constructor({ appId, jwksUrl, now }: WhopUserTokensOptions) {
    this.#appId = appId;
    this.#keys = new WhopKeys(jwksUrl);
    this.#now = now;
  }

  /** Rejects with `unauthenticated`, or with `whop-unavailable` where Whop's keys cannot be had. */
  async verify(token: string): Promise<WhopUser> {
    try {
      const { sub, exp } = this.#claims.parse(await this.#open(token));
      return { userId: sub, expiresAt: new Date(exp * 1000) };
    } catch (error) {
      throw toApiError(error);
    }
  }

  // jose would take our app among several audiences as well; Whop names one.
  get #claims() {
    return z.object({ sub: idSchema, aud: z.literal(this.#appId), exp: z.number() });
  }

  #open(token: string): Promise<unknown> {
    return this.#keys.verify(token, {
      algorithms: ['ES256'],
      issuer: ISSUER,
      audience: this.#appId,
      requiredClaims: ['sub', 'exp'],
      clockTolerance: TOLERANCE_S,
      currentDate: this.#now(),
    });
  }
}

function toApiError(cause: unknown): ApiError {
  if (cause instanceof WhopKeysUnavailable) {
    const detail = 'Whop does not answer, so nobody can be recognised now: try again in a few seconds.';
    return new ApiError('whop-unavailable', detail, { cause, retryAfterSeconds: 5 });
  }
  const what = cause instanceof JWTExpired ? 'has run out' : 'is not valid for this app';
  return new ApiError('unauthenticated', `The x-whop-user-token ${what}: reload the page inside Whop.`, {
    cause,
  });
}
