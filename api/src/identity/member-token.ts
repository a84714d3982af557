import { accessSchema, idSchema, type Access } from '@wee5/contract';
import { jwtVerify, SignJWT, type JWTHeaderParameters } from 'jose';
import { JWTExpired } from 'jose/errors';
import * as z from 'zod';
import { ApiError, invalidPart } from '../errors.ts';
import type { MemberIdentity } from './identity.ts';
import type { JwtKey } from './jwt-key.ts';

/** How long a member token is good, in seconds. */
const LIFETIME_S = 3600;

/** How far the clocks of two replicas may be apart, in seconds. */
const TOLERANCE_S = 5;

/** Also keeps out what Supabase itself signs with the same key. */
const ISSUER = 'urn:wee5';

/** The role and audience under which Supabase lets a browser in. */
const AUTHENTICATED = 'authenticated';

const claimsSchema = z.object({
  sub: idSchema,
  community_id: idSchema,
  access: accessSchema,
  owner: z.boolean(),
  role: z.literal(AUTHENTICATED),
  exp: z.int(),
});

/** Whom a member token is for. */
export interface TokenHolder {
  readonly communityId: string;
  readonly userId: string;
  readonly access: Access;
  readonly isOwner: boolean;
}

export interface MemberTokensOptions {
  key: JwtKey;
  now: () => Date;
}

/** The JWTs that members show, to this API and to Supabase alike. */
export class MemberTokens {
  readonly #key: JwtKey;
  readonly #now: () => Date;

  constructor({ key, now }: MemberTokensOptions) {
    this.#key = key;
    this.#now = now;
  }

  /** A token for the next hour, and whom it makes of its holder. Rejects with `validation-failed` for an id with a colon. */
  async mint(holder: TokenHolder): Promise<{ token: string; identity: MemberIdentity }> {
    const { communityId, userId, access, isOwner } = holder;
    refuseColon('communityId', communityId);
    refuseColon('userId', userId);
    const issuedAt = Math.floor(this.#now().getTime() / 1000);
    const claims = { community_id: communityId, access, owner: isOwner, role: AUTHENTICATED };
    const token = await new SignJWT(claims)
      .setProtectedHeader(headerOf(this.#key))
      .setSubject(userId)
      .setIssuer(ISSUER)
      .setAudience(AUTHENTICATED)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + LIFETIME_S)
      .sign(this.#key.signing);
    const expiresAt = new Date((issuedAt + LIFETIME_S) * 1000);
    return { token, identity: { kind: 'member', ...holder, via: 'member-token', expiresAt } };
  }

  /** Who shows this token. Rejects with `unauthenticated` for every other text. */
  async verify(token: string): Promise<MemberIdentity> {
    try {
      return toIdentity(claimsSchema.parse(await this.#open(token)));
    } catch (cause) {
      const what =
        cause instanceof JWTExpired ? 'This member token has run out' : 'This member token is not valid';
      const advice = 'open another session, or leave it out to read what is public';
      throw new ApiError('unauthenticated', `${what}: ${advice}.`, { cause });
    }
  }

  async #open(token: string): Promise<unknown> {
    const { algorithm, kid, checking } = this.#key;
    const { payload, protectedHeader } = await jwtVerify(token, checking, {
      algorithms: [algorithm],
      issuer: ISSUER,
      audience: AUTHENTICATED,
      requiredClaims: ['sub', 'iat', 'exp'],
      maxTokenAge: LIFETIME_S,
      clockTolerance: TOLERANCE_S,
      currentDate: this.#now(),
    });
    if (protectedHeader.kid !== kid) throw new Error('The token names another key.');
    return payload;
  }
}

/** A live topic joins both ids with a colon: with one inside, two members could share a topic. */
function refuseColon(path: string, id: string): void {
  if (id.includes(':')) throw invalidPart(path, 'must not contain a colon');
}

function headerOf({ algorithm, kid }: JwtKey): JWTHeaderParameters {
  return { alg: algorithm, typ: 'JWT', ...(kid === undefined ? {} : { kid }) };
}

function toIdentity(claims: z.infer<typeof claimsSchema>): MemberIdentity {
  return {
    kind: 'member',
    communityId: claims.community_id,
    userId: claims.sub,
    access: claims.access,
    isOwner: claims.owner,
    via: 'member-token',
    expiresAt: new Date(claims.exp * 1000),
  };
}
