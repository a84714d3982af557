import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { DatabaseFunctions } from '../../src/database/functions.ts';
import { hashKeyText, isKeyText, makeKeyText } from '../../src/identity/api-key-text.ts';
import { ApiKeys } from '../../src/identity/api-keys.ts';
import { createLogger } from '../../src/logger.ts';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';

let now: number;
let server: IdentityServer;
let functions: DatabaseFunctions;
let keys: ApiKeys;
let due: (() => void)[];
beforeAll(async () => {
  server = await startIdentityServer();
  functions = server.context.functions;
  await server.addCommunity('biz_1', 'public');
});
afterAll(() => server.stop());
beforeEach(() => {
  now = Date.parse('2026-11-20T18:00:10Z');
  due = [];
  keys = open();
});

/** Another process's view of the same keys. */
function open(calls: string[] = []): ApiKeys {
  const counted = new Proxy(functions, {
    get: (target, name: keyof DatabaseFunctions) => {
      calls.push(name);
      return (target[name] as (...args: unknown[]) => unknown).bind(target);
    },
  });
  const schedule = (callback: () => void): void => void due.push(callback);
  return new ApiKeys({ functions: counted, log: createLogger('silent'), now: () => new Date(now), schedule });
}

async function make() {
  const made = await keys.create('biz_1', { kind: 'secret', label: 'shop' });
  if (!made) throw new Error('biz_1 is not there.');
  return made;
}

it('has 32 random bytes, a prefix that says what it is, and a checksum', () => {
  const made = [makeKeyText('publishable'), makeKeyText('secret'), makeKeyText('secret')];
  expect(made.map((key) => key.slice(0, 3))).toEqual(['pk_', 'sk_', 'sk_']);
  expect(new Set(made).size).toBe(3);
  for (const key of made) {
    expect(Buffer.from(key.slice(3, -6), 'base64url')).toHaveLength(32);
    expect(isKeyText(key)).toBe(true);
    const typo = key.slice(0, 20) + (key[20] === 'A' ? 'B' : 'A') + key.slice(21);
    for (const wrong of [typo, key.slice(0, -1), `${key}A`, key.replace('k_', 'K_'), '', 'sk_'])
      expect(isKeyText(wrong)).toBe(false);
  }
  expect(isKeyText((made[1] ?? '').replace('sk_', 'pk_'))).toBe(false);
});

it('is told once, and kept as its SHA-256 alone', async () => {
  const made = await make();
  expect(made).toMatchObject({ communityId: 'biz_1', kind: 'secret', label: 'shop', allowedOrigins: [] });
  const { rows } = await server.pglite.query<{ row: string }>(
    'select to_jsonb(k)::text as row from api_keys k',
  );
  const kept = rows.map(({ row }) => row).join('\n');
  expect(kept).toContain(createHash('sha256').update(made.key).digest('hex'));
  expect(hashKeyText(made.key)).toBe(createHash('sha256').update(made.key).digest('hex'));
  expect(kept).not.toContain(made.key.slice(3, 20));
  expect(JSON.stringify(await keys.list('biz_1'))).not.toContain(made.key.slice(3, 20));
  expect(await keys.find(made.key)).toMatchObject({ keyId: made.keyId, communityId: 'biz_1' });
});

it('is made for a community that exists only', async () => {
  expect(await keys.create('biz_nowhere', { kind: 'secret' })).toBeNull();
});

it('asks the database once in five seconds for a key, also for one that nobody has, and never for a typo', async () => {
  const { key } = await make();
  const calls: string[] = [];
  keys = open(calls);
  const stranger = makeKeyText('secret');
  for (let time = 0; time < 3; time += 1) {
    expect(await keys.find(key)).not.toBeNull();
    expect(await keys.find(stranger)).toBeNull();
    expect(await keys.find(`${key}x`)).toBeNull();
  }
  expect(calls).toEqual(['findApiKey', 'findApiKey']);
  now += 5000;
  await keys.find(key);
  expect(calls).toHaveLength(3);
});

it('is revoked at once here, and within five seconds on another replica', async () => {
  const { key, keyId } = await make();
  const other = open();
  await Promise.all([keys.find(key), other.find(key)]);
  expect(await keys.revoke('biz_1', keyId)).toMatchObject({ keyId, revokedAt: '2026-11-20T18:00:10.000Z' });
  expect(await keys.find(key)).toBeNull();
  expect(await other.find(key)).not.toBeNull();
  now += 5000;
  expect(await other.find(key)).toBeNull();
});

it('cannot be revoked by another community', async () => {
  await server.addCommunity('biz_2', 'public');
  const { key, keyId } = await make();
  expect(await keys.revoke('biz_2', keyId)).toBeNull();
  expect(await keys.revoke('biz_1', 'not a uuid')).toBeNull();
  expect(await open().find(key)).not.toBeNull();
});

it('notes its last use once a minute, many keys in one call', async () => {
  const calls: string[] = [];
  const [one, other] = [await make(), await make()];
  keys = open(calls);
  for (let time = 0; time < 5; time += 1) await Promise.all([keys.find(one.key), keys.find(other.key)]);
  expect(due).toHaveLength(1);
  due.pop()?.();
  await keys.drain();
  now += 20_000;
  await keys.find(one.key);
  await keys.drain();
  expect(calls.filter((name) => name === 'touchApiKeys')).toHaveLength(1);
  now += 40_000;
  await keys.find(one.key);
  await keys.drain();
  const used = new Map((await keys.list('biz_1')).map(({ keyId, lastUsedAt }) => [keyId, lastUsedAt]));
  expect(used.get(one.keyId)).toBe('2026-11-20T18:01:00.000Z');
  expect(used.get(other.keyId)).toBe('2026-11-20T18:00:00.000Z');
});
