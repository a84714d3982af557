import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { toConfig, type Environment } from '../../src/config.ts';
import { importJwtKey, makeJwtKey, openJwtKey } from '../../src/identity/jwt-key.ts';
import { MemberTokens } from '../../src/identity/member-token.ts';
import { startServer } from '../../src/server.ts';

let directory: string;
let warnings: string[];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wee5-jwt-key-'));
  warnings = [];
});
afterEach(() => rm(directory, { recursive: true }));

const open = (environment: Environment = {}) =>
  openJwtKey(toConfig({ WEE5_DATA_DIR: join(directory, 'data'), ...environment }), (line) => {
    warnings.push(line);
  });

it('makes a key once, which only its owner can read and every later start finds', async () => {
  const [one, other] = await Promise.all([open(), open()]);
  const later = await open();
  expect(new Set([one.kid, other.kid, later.kid]).size).toBe(1);
  expect(await readdir(join(directory, 'data'))).toEqual(['jwt-key']);
  expect((await stat(join(directory, 'data/jwt-key'))).mode & 0o777).toBe(0o600);
  const now = () => new Date();
  const holder = { communityId: 'biz_1', userId: 'user_1', access: 'member', isOwner: false } as const;
  const { token, identity } = await new MemberTokens({ key: one, now }).mint(holder);
  expect(await new MemberTokens({ key: later, now }).verify(token)).toEqual(identity);
});

it('makes none where one is given, and says nothing', async () => {
  const jwk = await makeJwtKey();
  const key = await open({ WEE5_JWT_KEY: JSON.stringify(jwk), DATABASE_URL: 'postgres://x/y' });
  expect(key).toMatchObject({ algorithm: 'ES256', kid: jwk.kid });
  expect(await readdir(directory)).toEqual([]);
  expect(warnings).toEqual([]);
});

it('takes a shared secret for what it is', async () => {
  const key = await open({ WEE5_JWT_KEY: 'a-shared-secret-of-at-least-32-characters' });
  expect(key).toMatchObject({ algorithm: 'HS256', kid: undefined });
});

it.each<[string, Environment, number]>([
  ['the embedded database, which one process uses', {}, 0],
  ['Postgres', { DATABASE_URL: 'postgres://x/y' }, 1],
  ['Supabase', { SUPABASE_URL: 'https://x.supabase.co', SUPABASE_SECRET_KEY: 's' }, 1],
])(
  'warns once that replicas need the same key on %s, as many times: %#',
  async (_what, environment, times) => {
    await open(environment);
    expect(warnings).toHaveLength(times);
    const secret = await readFile(join(directory, 'data/jwt-key'), 'utf8');
    for (const line of warnings) {
      expect(line).toContain('Several replicas need the same WEE5_JWT_KEY.');
      expect(line).not.toContain((JSON.parse(secret) as { d: string }).d);
    }
  },
);

it('says what to set where no key can be kept', async () => {
  await writeFile(join(directory, 'data'), 'a file where the directory should be');
  await expect(open()).rejects.toThrow(/none can be kept \(.*\): set WEE5_JWT_KEY, or WEE5_DATA_DIR/);
});

it('refuses halves that do not belong together, and quotes none of them', async () => {
  const [one, other] = await Promise.all([makeJwtKey(), makeJwtKey()]);
  for (const d of [other.d, 'AAAA', '!']) {
    const error = await importJwtKey(JSON.stringify({ ...one, d }), 'WEE5_JWT_KEY').catch(
      (reason: unknown) => reason as Error,
    );
    const { message, cause } = error as Error;
    expect(message).toBe(
      'WEE5_JWT_KEY holds no usable key: make another one with `npx pnpm@10 wee5 jwt-key`.',
    );
    expect(cause).toBeUndefined();
  }
});

it('stops the start before a database is opened', async () => {
  const [one, other] = await Promise.all([makeJwtKey(), makeJwtKey()]);
  const environment = {
    PORT: '0',
    LOG_LEVEL: 'silent',
    WHOP_WEBHOOK_SECRET: 'ws_1',
    WEE5_DATA_DIR: directory,
    WEE5_JWT_KEY: JSON.stringify({ ...one, d: other.d }),
  };
  await expect(startServer({ environment })).rejects.toThrow('WEE5_JWT_KEY holds no usable key');
  expect(await readdir(directory)).toEqual([]);
});
