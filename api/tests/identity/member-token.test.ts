import { SignJWT, UnsecuredJWT, type CryptoKey, type JWTHeaderParameters } from 'jose';
import { beforeAll, expect, it } from 'vitest';
import { importJwtKey, makeJwtKey, type JwtKey } from '../../src/identity/jwt-key.ts';
import { MemberTokens } from '../../src/identity/member-token.ts';

const at = new Date('2026-11-20T18:00:00.400Z');
const seconds = Math.floor(at.getTime() / 1000);
const holder = { communityId: 'biz_1', userId: 'user_1', access: 'admin', isOwner: true } as const;
const shared = 'a-shared-secret-of-at-least-32-characters';

let now = at;
let keys: Record<'ES256' | 'HS256', JwtKey>;
let jwk: Awaited<ReturnType<typeof makeJwtKey>>;
beforeAll(async () => {
  jwk = await makeJwtKey();
  keys = {
    ES256: await importJwtKey(JSON.stringify(jwk), 'test'),
    HS256: await importJwtKey(shared, 'test'),
  };
});

const tokensWith = (key: JwtKey) => new MemberTokens({ key, now: () => now });

const claims = {
  sub: 'user_1',
  community_id: 'biz_1',
  access: 'member',
  owner: false,
  role: 'authenticated',
  aud: 'authenticated',
  iss: 'urn:wee5',
  iat: seconds,
  exp: seconds + 3600,
};

/** A token of our own key, with claims and header as a test wants them. */
function forge(
  changes: Record<string, unknown>,
  header: Partial<JWTHeaderParameters> = {},
  key: CryptoKey | Uint8Array = keys.ES256.signing,
): Promise<string> {
  const { kid = '' } = keys.ES256;
  return new SignJWT({ ...claims, ...changes })
    .setProtectedHeader({ alg: 'ES256', kid, ...header })
    .sign(key);
}

async function verdictOn(token: string, key = keys.ES256): Promise<unknown> {
  now = at;
  return tokensWith(key)
    .verify(token)
    .catch((error: unknown) => (error as { code: string }).code);
}

it.each(['ES256', 'HS256'] as const)('finds in a token of %s whom it was minted for', async (algorithm) => {
  now = at;
  const tokens = tokensWith(keys[algorithm]);
  const { token, identity } = await tokens.mint(holder);
  expect(identity).toEqual({
    kind: 'member',
    ...holder,
    via: 'member-token',
    expiresAt: new Date('2026-11-20T19:00:00.000Z'),
  });
  expect(await tokens.verify(token)).toEqual(identity);
});

it('says what Supabase reads: who, of which community, in which role, for an hour', async () => {
  now = at;
  const { token } = await tokensWith(keys.ES256).mint(holder);
  const [header, payload] = token.split('.').map((part) => Buffer.from(part, 'base64url').toString());
  expect(JSON.parse(header ?? '')).toEqual({ alg: 'ES256', typ: 'JWT', kid: jwk.kid });
  expect(JSON.parse(payload ?? '')).toEqual({ ...claims, access: 'admin', owner: true });
});

it('is good for an hour and the few seconds by which clocks differ, no longer', async () => {
  now = at;
  const tokens = tokensWith(keys.ES256);
  const { token } = await tokens.mint(holder);
  now = new Date((seconds + 3604) * 1000);
  await tokens.verify(token);
  now = new Date((seconds + 3606) * 1000);
  await expect(tokens.verify(token)).rejects.toMatchObject({
    code: 'unauthenticated',
    message: expect.stringMatching(/^This member token has run out: open another session/),
  });
});

it.each(['communityId', 'userId'])(
  'makes none for a %s with a colon, which two topics could share',
  async (path) => {
    await expect(tokensWith(keys.ES256).mint({ ...holder, [path]: 'a:b' })).rejects.toMatchObject({
      code: 'validation-failed',
      errors: [{ path, message: 'must not contain a colon' }],
    });
  },
);

it('takes the tokens it would make itself', async () => {
  expect(await verdictOn(await forge({}))).toMatchObject({ userId: 'user_1', communityId: 'biz_1' });
});

it.each<[string, Record<string, unknown>]>([
  ['of another issuer', { iss: 'https://abcdefgh.supabase.co/auth/v1' }],
  ['without an issuer', { iss: undefined }],
  ['for another audience', { aud: 'anon' }],
  ['without an audience', { aud: undefined }],
  ['without an end', { exp: undefined }],
  ['without a beginning', { iat: undefined }],
  ['that runs for a day', { iat: seconds - 4000, exp: seconds + 80_000 }],
  ['from the future', { iat: seconds + 60 }],
  ['that is not valid yet', { nbf: seconds + 60 }],
  ['that has run out', { exp: seconds - 6 }],
  ['without a user', { sub: undefined }],
  ['of an empty user', { sub: '' }],
  ['without a community', { community_id: undefined }],
  ['of two communities', { community_id: ['biz_1', 'biz_2'] }],
  ['of an unknown access', { access: 'root' }],
  ['whose owner is a word', { owner: 'true' }],
  ['of the service role', { role: 'service_role' }],
  ['without a role', { role: undefined }],
])('refuses a well-signed token %s', async (_what, changes) => {
  expect(await verdictOn(await forge(changes))).toBe('unauthenticated');
});

it.each(['kid_other', ''])('refuses a well-signed token that names the key %o', async (kid) => {
  expect(await verdictOn(await forge({}, { kid }))).toBe('unauthenticated');
});

it('refuses a token that was changed by one character anywhere', async () => {
  const token = await forge({});
  const middle = { header: 3, payload: token.indexOf('.') + 20, signature: token.lastIndexOf('.') + 20 };
  for (const index of Object.values(middle)) {
    const other = token[index] === 'A' ? 'B' : 'A';
    expect(await verdictOn(token.slice(0, index) + other + token.slice(index + 1))).toBe('unauthenticated');
  }
});

it('refuses claims of one token under the signature of another', async () => {
  const [header, , signature] = (await forge({})).split('.');
  const [, payload] = (await forge({ access: 'admin', owner: true })).split('.');
  expect(await verdictOn([header, payload, signature].join('.'))).toBe('unauthenticated');
});

it('refuses a token of another key under our key’s name', async () => {
  const stranger = await importJwtKey(JSON.stringify(await makeJwtKey()), 'test');
  expect(await verdictOn(await forge({}, {}, stranger.signing))).toBe('unauthenticated');
});

it('refuses a token that nobody signed', async () => {
  const unsigned = new UnsecuredJWT(claims).encode();
  expect(await verdictOn(unsigned)).toBe('unauthenticated');
  expect(await verdictOn(unsigned, keys.HS256)).toBe('unauthenticated');
  expect(await verdictOn((await forge({})).replace(/[^.]+$/, ''))).toBe('unauthenticated');
});

it('takes no public key for a shared secret', async () => {
  const { d: _private, ...open } = jwk;
  for (const secret of [JSON.stringify(open), String(open.x), String(open.kid), '']) {
    const bytes = new TextEncoder().encode(secret.padEnd(32, '\0'));
    expect(await verdictOn(await forge({}, { alg: 'HS256' }, bytes))).toBe('unauthenticated');
  }
});

it('refuses a stronger algorithm under the same shared secret, and a name for the key that has none', async () => {
  const { signing } = keys.HS256;
  const sign = (header: JWTHeaderParameters) => new SignJWT(claims).setProtectedHeader(header).sign(signing);
  expect(await verdictOn(await sign({ alg: 'HS256' }), keys.HS256)).toMatchObject({ userId: 'user_1' });
  expect(await verdictOn(await sign({ alg: 'HS512' }), keys.HS256)).toBe('unauthenticated');
  expect(await verdictOn(await sign({ alg: 'HS256', kid: 'kid_1' }), keys.HS256)).toBe('unauthenticated');
});

it.each(['', 'ey', 'a.b.c', '...', 'null', '\u0000'])('refuses %o', async (text) => {
  expect(await verdictOn(text)).toBe('unauthenticated');
});
