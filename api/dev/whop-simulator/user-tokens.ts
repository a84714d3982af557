import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

export interface UserTokenOptions {
  userId: string;
  /** The audience; the simulator's app unless given. */
  appId?: string;
  /** `urn:whopcom:exp-proxy` unless given. */
  issuer?: string;
  /** From now; 300 unless given, and already over where it is negative. */
  expiresInSeconds?: number;
  /** Older tokens carry no `kid`; true unless given. */
  withKid?: boolean;
  /** Which key signs: one that the key set names now, the one before the last rotation, or one it never named. */
  key?: 'current' | 'previous' | 'stranger';
}

interface SigningKey {
  kid: string;
  privateKey: CryptoKey;
  jwk: JWK;
}

/** The keys that sign `x-whop-user-token`, and the set that verifies it (ES256). */
export class UserTokens {
  readonly #appId: string;
  readonly #now: () => Date;
  /** Newest first. */
  readonly #keys: SigningKey[] = [];
  #published: SigningKey[] = [];

  constructor(options: { appId: string; now: () => Date }) {
    this.#appId = options.appId;
    this.#now = options.now;
  }

  /** Signs with a new key from now on; the set names it alone, or beside those it named where they are kept. */
  async rotate(keepOld = false): Promise<void> {
    const key = await makeKey(`whop-${this.#keys.length + 1}`);
    this.#keys.unshift(key);
    this.#published = keepOld ? [key, ...this.#published] : [key];
  }

  /** What `/.well-known/jwks.json` answers. */
  keySet(): { keys: JWK[] } {
    return { keys: this.#published.map(({ jwk }) => jwk) };
  }

  async sign(options: UserTokenOptions): Promise<string> {
    const { kid, privateKey } = await this.#find(options.key ?? 'current');
    const issuedAt = Math.floor(this.#now().getTime() / 1000);
    return new SignJWT()
      .setProtectedHeader({ alg: 'ES256', ...(options.withKid === false ? {} : { kid }) })
      .setIssuer(options.issuer ?? 'urn:whopcom:exp-proxy')
      .setSubject(options.userId)
      .setAudience(options.appId ?? this.#appId)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + (options.expiresInSeconds ?? 300))
      .sign(privateKey);
  }

  async #find(which: NonNullable<UserTokenOptions['key']>): Promise<SigningKey> {
    if (which === 'stranger') return makeKey('stranger');
    const key = this.#keys[which === 'current' ? 0 : 1];
    if (!key) throw new Error('There is no previous key: call rotateKeys() first.');
    return key;
  }
}

async function makeKey(kid: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' } };
}
