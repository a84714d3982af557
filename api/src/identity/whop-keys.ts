import {
  createRemoteJWKSet,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
} from 'jose';
import { JWKSMultipleMatchingKeys, JWKSNoMatchingKey, JWSSignatureVerificationFailed } from 'jose/errors';

const HOUR_MS = 3_600_000;

/** Whop's public keys cannot be had: nothing can be said about a token. */
export class WhopKeysUnavailable extends Error {
  override readonly name = 'WhopKeysUnavailable';
}

/**
 * Checks tokens with the keys that Whop publishes, kept for 12 hours. What no known key signed makes them be fetched
 * again, at most every 30 seconds.
 */
export class WhopKeys {
  readonly #keys: ReturnType<typeof createRemoteJWKSet>;

  constructor(url: string) {
    this.#keys = createRemoteJWKSet(new URL(url), {
      cacheMaxAge: 12 * HOUR_MS,
      cooldownDuration: 30_000,
      timeoutDuration: 3000,
    });
  }

  /** Rejects with `WhopKeysUnavailable`, or with whatever speaks against the token. */
  async verify(token: string, options: JWTVerifyOptions): Promise<JWTPayload> {
    try {
      return await this.#tryKeys(token, options);
    } catch (error) {
      // An unknown `kid` has had the keys fetched by now; a token without one cannot say that its key is new.
      if (!(error instanceof JWSSignatureVerificationFailed) || this.#keys.coolingDown) throw error;
      await this.#keys.reload().catch(refuse);
      return this.#tryKeys(token, options);
    }
  }

  async #tryKeys(token: string, options: JWTVerifyOptions): Promise<JWTPayload> {
    try {
      return (await jwtVerify(token, this.#find, options)).payload;
    } catch (error) {
      if (!(error instanceof JWKSMultipleMatchingKeys)) throw error;
      return tryEach(error, token, options);
    }
  }

  readonly #find: JWTVerifyGetKey = (header, jws) => this.#keys(header, jws).catch(refuse);
}

function refuse(error: unknown): never {
  if (error instanceof JWKSNoMatchingKey || error instanceof JWKSMultipleMatchingKeys) throw error;
  throw new WhopKeysUnavailable("Whop's keys could not be fetched.", { cause: error });
}

async function tryEach(
  keys: JWKSMultipleMatchingKeys,
  token: string,
  options: JWTVerifyOptions,
): Promise<JWTPayload> {
  for await (const key of keys) {
    try {
      return (await jwtVerify(token, key, options)).payload;
    } catch (error) {
      if (!(error instanceof JWSSignatureVerificationFailed)) throw error;
    }
  }
  throw new JWSSignatureVerificationFailed();
}
