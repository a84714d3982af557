import { createRemoteJWKSet, jwtVerify, type JWTVerifyResult } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WhopSimulator } from '../../dev/whop-simulator/whop-simulator.ts';

let whop: WhopSimulator;
beforeAll(async () => {
  whop = await WhopSimulator.start({ appId: 'app_1' });
});
afterAll(() => whop.stop());

it('signs tokens that its key set verifies, with and without a key id', async () => {
  for (const withKid of [true, false]) {
    const token = await whop.signUserToken({ userId: 'user_ana', withKid });
    const { payload, protectedHeader } = await verify(token);
    expect(payload).toMatchObject({ sub: 'user_ana', aud: 'app_1', iss: 'urn:whopcom:exp-proxy' });
    expect('kid' in protectedHeader).toBe(withKid);
  }
});

it('signs tokens that have to be refused: over, of another app or issuer, by a key that is not in the set', async () => {
  const userId = 'user_ana';
  const refused = [
    [{ userId, expiresInSeconds: -1 }, 'ERR_JWT_EXPIRED'],
    [{ userId, appId: 'app_2' }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    [{ userId, issuer: 'urn:elsewhere' }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    [{ userId, key: 'stranger' }, 'ERR_JWKS_NO_MATCHING_KEY'],
  ] as const;
  for (const [options, code] of refused) {
    await expect(verify(await whop.signUserToken(options))).rejects.toMatchObject({ code });
  }
});

it('rotates its keys: the old one goes from the set, unless it is kept', async () => {
  const old = await whop.signUserToken({ userId: 'user_ana' });
  await whop.rotateKeys({ keepOld: true });
  await verify(old);
  await verify(await whop.signUserToken({ userId: 'user_ana' }));

  await whop.rotateKeys();
  const previous = await whop.signUserToken({ userId: 'user_ana', key: 'previous' });
  await expect(verify(previous)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
  await verify(await whop.signUserToken({ userId: 'user_ana' }));
});

function verify(token: string): Promise<JWTVerifyResult> {
  const keySet = createRemoteJWKSet(new URL(whop.jwksUrl));
  return jwtVerify(token, keySet, {
    algorithms: ['ES256'],
    issuer: 'urn:whopcom:exp-proxy',
    audience: 'app_1',
  });
}
