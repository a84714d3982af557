import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ConfigError, readEnvironment, toConfig, type Environment } from '../../src/config.ts';

describe('toConfig', () => {
  it('needs nothing to be set', () => {
    expect(toConfig({})).toEqual({
      server: { host: '127.0.0.1', port: 3000, publicUrl: undefined, trustedProxies: 0 },
      logLevel: 'info',
      webhookSecrets: [],
      whop: {
        appId: undefined,
        apiKey: undefined,
        apiUrl: 'https://api.whop.com/api/v1',
        jwksUrl: 'https://api.whop.com/.well-known/jwks.json',
        pictureHosts: ['assets.whop.com', 'assets-2-prod.whop.com', 'img-v2-prod.whop.com'],
      },
      jwtKey: undefined,
      newCommunityVisibility: 'public',
      database: { url: undefined, listenUrl: undefined },
      supabase: undefined,
      upstash: undefined,
      metricsToken: undefined,
      dataDirectory: resolve(import.meta.dirname, '../../../.wee5/data'),
    });
  });

  it('takes what is set', () => {
    const config = toConfig({
      HOST: '0.0.0.0',
      PORT: '0',
      PUBLIC_URL: 'https://xp.example.com/',
      TRUST_PROXY: '2',
      LOG_LEVEL: 'debug',
      WHOP_WEBHOOK_SECRET: 'ws_new, ws_old',
      WHOP_APP_ID: 'app_1',
      WHOP_API_KEY: 'apik_1',
      WHOP_API_URL: 'http://127.0.0.1:4000/api/v1/',
      WHOP_JWKS_URL: 'http://127.0.0.1:4000/.well-known/jwks.json',
      WHOP_PICTURE_HOSTS: 'Pictures.example.com, img.example.com',
      WEE5_JWT_KEY: 'a-shared-secret-of-at-least-32-characters',
      SUPABASE_URL: 'https://abcdefgh.supabase.co/',
      SUPABASE_SECRET_KEY: 'sb_secret_1',
      SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_1',
      UPSTASH_REDIS_REST_URL: 'https://eu1-example.upstash.io/',
      UPSTASH_REDIS_REST_TOKEN: 'token',
      METRICS_TOKEN: 'a-token-for-prometheus',
      DATABASE_URL: 'postgres://wee5@localhost/wee5',
      DATABASE_LISTEN_URL: 'postgresql://wee5@localhost/wee5',
      WEE5_DATA_DIR: '/var/lib/wee5',
    });
    expect(config).toEqual({
      server: { host: '0.0.0.0', port: 0, publicUrl: 'https://xp.example.com', trustedProxies: 2 },
      logLevel: 'debug',
      webhookSecrets: ['ws_new', 'ws_old'],
      whop: {
        appId: 'app_1',
        apiKey: 'apik_1',
        apiUrl: 'http://127.0.0.1:4000/api/v1',
        jwksUrl: 'http://127.0.0.1:4000/.well-known/jwks.json',
        pictureHosts: ['pictures.example.com', 'img.example.com'],
      },
      jwtKey: 'a-shared-secret-of-at-least-32-characters',
      newCommunityVisibility: 'members',
      database: { url: 'postgres://wee5@localhost/wee5', listenUrl: 'postgresql://wee5@localhost/wee5' },
      supabase: {
        url: 'https://abcdefgh.supabase.co',
        secretKey: 'sb_secret_1',
        publishableKey: 'sb_publishable_1',
      },
      upstash: { url: 'https://eu1-example.upstash.io', token: 'token' },
      metricsToken: 'a-token-for-prometheus',
      dataDirectory: '/var/lib/wee5',
    });
  });

  it('cannot be changed afterwards', () => {
    const config = toConfig({
      WHOP_WEBHOOK_SECRET: 'ws_1',
      SUPABASE_URL: 'https://x.supabase.co',
      SUPABASE_SECRET_KEY: 's',
      UPSTASH_REDIS_REST_URL: 'https://x',
      UPSTASH_REDIS_REST_TOKEN: 't',
    });
    for (const part of [
      config,
      config.server,
      config.database,
      config.webhookSecrets,
      config.whop,
      config.whop.pictureHosts,
      config.supabase,
      config.upstash,
    ]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });

  it('asks no host for pictures where there is to be none', () => {
    expect(toConfig({ WHOP_PICTURE_HOSTS: 'none' }).whop.pictureHosts).toEqual([]);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(toConfig({ PORT: '', LOG_LEVEL: ' ', WHOP_WEBHOOK_SECRET: '', SUPABASE_URL: '' })).toEqual(
      toConfig({}),
    );
  });

  it.each<[Environment, string]>([
    [{ PORT: 'http' }, 'PORT must be a whole number from 0 to 65535'],
    [{ PORT: '65536' }, 'PORT must be a whole number from 0 to 65535'],
    [{ PORT: '-1' }, 'PORT must be a whole number from 0 to 65535'],
    [{ PORT: '3e3' }, 'PORT must be a whole number from 0 to 65535'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error'],
    [{ PUBLIC_URL: 'xp.example.com' }, 'PUBLIC_URL must be a URL such as https://xp.example.com'],
    [{ PUBLIC_URL: 'ftp://xp.example.com' }, 'PUBLIC_URL must be a URL'],
    [{ WHOP_WEBHOOK_SECRET: 'ws_1,,ws_2' }, 'WHOP_WEBHOOK_SECRET must be the secret Whop shows'],
    [{ WHOP_WEBHOOK_SECRET: ',' }, 'WHOP_WEBHOOK_SECRET must be the secret Whop shows'],
    [{ WHOP_APP_ID: 'my app' }, 'WHOP_APP_ID must be the id of your Whop app'],
    [{ DATABASE_URL: 'localhost:5432' }, 'DATABASE_URL must be a URL such as postgres://'],
    [{ DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL must be a URL such as postgres://'],
    [{ SUPABASE_URL: 'https://x.supabase.co' }, 'SUPABASE_SECRET_KEY is missing while SUPABASE_URL is set'],
    [{ SUPABASE_SECRET_KEY: 's' }, 'SUPABASE_URL is missing while SUPABASE_SECRET_KEY is set'],
    [
      { SUPABASE_PUBLISHABLE_KEY: 'p', WEE5_JWT_KEY: 'x'.repeat(32) },
      'SUPABASE_URL is missing while SUPABASE_PUBLISHABLE_KEY is set',
    ],
    [
      { UPSTASH_REDIS_REST_URL: 'https://x' },
      'UPSTASH_REDIS_REST_TOKEN is missing while UPSTASH_REDIS_REST_URL',
    ],
    [{ UPSTASH_REDIS_REST_TOKEN: 't' }, 'UPSTASH_REDIS_REST_URL is missing while UPSTASH_REDIS_REST_TOKEN'],
    [{ DATABASE_LISTEN_URL: 'postgres://x/y' }, 'DATABASE_URL is missing while DATABASE_LISTEN_URL is set'],
    [{ WHOP_API_KEY: 'k' }, 'WHOP_APP_ID is missing while WHOP_API_KEY is set'],
    [{ WHOP_API_URL: 'api.whop.com' }, 'WHOP_API_URL must be a URL such as https://api.whop.com/api/v1'],
    [{ WHOP_JWKS_URL: 'jwks' }, 'WHOP_JWKS_URL must be a URL'],
    ...[
      'https://assets.whop.com',
      'assets.whop.com:8443',
      '127.0.0.1',
      '10.1',
      '[::1]',
      'localhost',
      'a.b,',
      '*.whop.com',
    ].map((hosts): [Environment, string] => [
      { WHOP_PICTURE_HOSTS: hosts },
      'WHOP_PICTURE_HOSTS must be names of hosts such as assets.whop.com, separated by commas, or none',
    ]),
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN must have at least 16 characters'],
    [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY must be how many reverse proxies'],
    [{ TRUST_PROXY: '11' }, 'TRUST_PROXY must be how many reverse proxies'],
    [{ WEE5_JWT_KEY: 'short' }, 'WEE5_JWT_KEY must be a private ES256 key as a JWK'],
    [{ WEE5_JWT_KEY: '{"kty":"EC","crv":"P-256","x":"x","y":"y"}' }, 'WEE5_JWT_KEY must be a private ES256'],
    [{ WEE5_JWT_KEY: '{"kty":' }, 'WEE5_JWT_KEY must be a private ES256'],
    [
      { SUPABASE_URL: 'https://x', SUPABASE_SECRET_KEY: 's', SUPABASE_PUBLISHABLE_KEY: 'p' },
      'WEE5_JWT_KEY is missing while SUPABASE_PUBLISHABLE_KEY is set',
    ],
  ])('refuses %o', (environment, message) => {
    expect(problemsWith(environment)).toEqual([expect.stringContaining(message)]);
  });

  it('names everything that is wrong at once', () => {
    const problems = problemsWith({
      PORT: 'x',
      LOG_LEVEL: 'x',
      PUBLIC_URL: 'x',
      UPSTASH_REDIS_REST_URL: 'x',
    });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'PORT',
      'PUBLIC_URL',
      'LOG_LEVEL',
      'UPSTASH_REDIS_REST_URL',
      'UPSTASH_REDIS_REST_TOKEN',
    ]);
  });

  it('repeats no value, since it may be a secret', () => {
    const environment = {
      DATABASE_URL: 'user:hunter2@host',
      WHOP_WEBHOOK_SECRET: 'hunter2,',
      WHOP_APP_ID: 'hunter2',
      WEE5_JWT_KEY: 'hunter2',
    };
    expect(problemsWith(environment).join()).not.toContain('hunter2');
  });
});

describe('readEnvironment', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  it('reads the file, and lets the real environment win', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'wee5-env-'));
    await writeFile(join(directory, '.env'), 'PUBLIC_URL=https://file.example\nLOG_LEVEL=debug\n');
    process.env['LOG_LEVEL'] = 'warn';
    const environment = readEnvironment(join(directory, '.env'));
    expect(environment).toMatchObject({ PUBLIC_URL: 'https://file.example', LOG_LEVEL: 'warn' });
    await rm(directory, { recursive: true });
  });

  it('does without the file', () => {
    process.env['LOG_LEVEL'] = 'warn';
    expect(readEnvironment('/nowhere/.env')).toMatchObject({ LOG_LEVEL: 'warn' });
  });
});

function problemsWith(environment: Environment): readonly string[] {
  try {
    toConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}
