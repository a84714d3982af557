import { SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WhopUserTokens } from '../../src/identity/whop-user-token.ts';
import { appId, JwksServer, makeWhopKey, signUserToken, type WhopKey } from '../support/whop-tokens.ts';

const at = new Date('2026-11-20T18:00:00.000Z');
const seconds = at.getTime() / 1000;
const HOUR_MS = 3_600_000;

let first: WhopKey;
let second: WhopKey;
let jwks: JwksServer;
let tokens: WhopUserTokens;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: at });
  [first, second] = await Promise.all([makeWhopKey('key_1'), makeWhopKey('key_2')]);
  jwks = new JwksServer([first]);
  tokens = new WhopUserTokens({ appId, jwksUrl: await jwks.open(), now: () => new Date() });
});
afterEach(async () => {
  vi.useRealTimers();
  await jwks.close();
});

const sign = (key: WhopKey, claims: Record<string, unknown> = {}) => signUserToken(key, new Date(), claims);
const pass = (ms: number): void => void vi.setSystemTime(Date.now() + ms);

async function verdictOn(token: string): Promise<unknown> {
  return tokens.verify(token).catch((error: unknown) => (error as { code: string }).code);
}

it('finds the user, and until when Whop vouches for them', async () => {
  expect(await verdictOn(await sign(first))).toEqual({
    userId: 'user_1',
    expiresAt: new Date('2026-11-20T18:10:00.000Z'),
  });
});

it.each<[string, Record<string, unknown>]>([
  ['for another app', { aud: 'app_2' }],
  ['for two apps', { aud: [appId, 'app_2'] }],
  ['for a list of one app', { aud: [appId] }],
  ['for nobody', { aud: undefined }],
  ['of another issuer', { iss: 'urn:whopcom:other' }],
  ['without an issuer', { iss: undefined }],
  ['that has run out', { exp: seconds - 6 }],
  ['without an end', { exp: undefined }],
  ['without a user', { sub: undefined }],
  ['of an empty user', { sub: '' }],
])('refuses a well-signed token %s', async (_what, claims) => {
  expect(await verdictOn(await sign(first, claims))).toBe('unauthenticated');
});

it('refuses other algorithms and other keys', async () => {
  const claims = { iss: 'urn:whopcom:exp-proxy', sub: 'user_1', aud: appId, exp: seconds + 60 };
  const shared = new TextEncoder().encode(JSON.stringify(first.published));
  const header = { alg: 'HS256', kid: 'key_1' };
  expect(await verdictOn(new UnsecuredJWT(claims).encode())).toBe('unauthenticated');
  expect(await verdictOn(await new SignJWT(claims).setProtectedHeader(header).sign(shared))).toBe(
    'unauthenticated',
  );
  const stranger = { ...second, published: { ...second.published, kid: 'key_1' } };
  expect(await verdictOn(await sign(stranger))).toBe('unauthenticated');
  expect(await verdictOn(`${await sign(first)}x`)).toBe('unauthenticated');
});

it('asks for the keys once in twelve hours, however many come at a time', async () => {
  await Promise.all(Array.from({ length: 20 }, async () => tokens.verify(await sign(first))));
  pass(12 * HOUR_MS - 1000);
  await tokens.verify(await sign(first));
  expect(jwks.asked).toBe(1);
  pass(2000);
  await tokens.verify(await sign(first));
  expect(jwks.asked).toBe(2);
});

it('asks again, once, for a key it does not know', async () => {
  await tokens.verify(await sign(first));
  jwks.keys = [second.published];
  pass(31_000);
  expect(await verdictOn(await sign(second))).toMatchObject({ userId: 'user_1' });
  expect(jwks.asked).toBe(2);
  expect(await verdictOn(await sign(first))).toBe('unauthenticated');
});

it('is not made to ask Whop all the time by keys that nobody has', async () => {
  await tokens.verify(await sign(first));
  pass(31_000);
  for (let time = 0; time < 5; time += 1) {
    const stranger = await makeWhopKey(`key_${time + 3}`);
    expect(await verdictOn(await sign(stranger))).toBe('unauthenticated');
  }
  expect(jwks.asked).toBe(2);
});

it('tries every key for a token that names none', async () => {
  jwks.keys = [second.published, first.published];
  const nameless = { ...first, published: {} };
  expect(await verdictOn(await sign(nameless))).toMatchObject({ userId: 'user_1' });
  const stranger = await makeWhopKey();
  expect(await verdictOn(await sign(stranger))).toBe('unauthenticated');
});

it('asks again for a new key that a token does not name', async () => {
  await tokens.verify(await sign(first));
  const third = await makeWhopKey();
  jwks.keys = [first.published, third.published];
  expect(await verdictOn(await sign(third))).toBe('unauthenticated');
  pass(31_000);
  expect(await verdictOn(await sign(third))).toMatchObject({ userId: 'user_1' });
  expect(jwks.asked).toBe(2);
});

it('says that Whop does not answer where it does not, and nothing about the token', async () => {
  jwks.status = 500;
  await expect(tokens.verify(await sign(first))).rejects.toMatchObject({
    code: 'whop-unavailable',
    status: 503,
    retryAfterSeconds: 5,
  });
  jwks.status = 200;
  expect(await verdictOn(await sign(first))).toMatchObject({ userId: 'user_1' });
  await jwks.close();
  expect(await verdictOn(await sign(first))).toMatchObject({ userId: 'user_1' });
  pass(13 * HOUR_MS);
  expect(await verdictOn(await sign(first))).toBe('whop-unavailable');
});
