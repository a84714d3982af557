import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ConfigError, readEnvironment, toConfig, type Environment } from '../../src/config.ts';

describe('toConfig', () => {
  it('needs nothing to be set', () => {
    expect(toConfig({})).toEqual({
      server: { host: '127.0.0.1', port: 3000, publicUrl: undefined },
      logLevel: 'info',
      webhookSecrets: [],
      newCommunityVisibility: 'public',
      database: { url: undefined, listenUrl: undefined },
      dataDirectory: resolve(import.meta.dirname, '../../../.wee5/data'),
      unusedVariables: [],
    });
  });

  it('takes what is set', () => {
    const config = toConfig({
      HOST: '0.0.0.0',
      PORT: '0',
      PUBLIC_URL: 'https://xp.example.com/',
      LOG_LEVEL: 'debug',
      WHOP_WEBHOOK_SECRET: 'ws_new, ws_old',
      WHOP_APP_ID: 'app_1',
      DATABASE_URL: 'postgres://wee5@localhost/wee5',
      DATABASE_LISTEN_URL: 'postgresql://wee5@localhost/wee5',
      WEE5_DATA_DIR: '/var/lib/wee5',
    });
    expect(config).toEqual({
      server: { host: '0.0.0.0', port: 0, publicUrl: 'https://xp.example.com' },
      logLevel: 'debug',
      webhookSecrets: ['ws_new', 'ws_old'],
      newCommunityVisibility: 'members',
      database: { url: 'postgres://wee5@localhost/wee5', listenUrl: 'postgresql://wee5@localhost/wee5' },
      dataDirectory: '/var/lib/wee5',
      unusedVariables: [],
    });
  });

  it('cannot be changed afterwards', () => {
    const config = toConfig({ WHOP_WEBHOOK_SECRET: 'ws_1' });
    for (const part of [
      config,
      config.server,
      config.database,
      config.webhookSecrets,
      config.unusedVariables,
    ]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });

  it('takes an empty variable for one that is not set', () => {
    expect(toConfig({ PORT: '', LOG_LEVEL: ' ', WHOP_WEBHOOK_SECRET: '', SUPABASE_URL: '' })).toEqual(
      toConfig({}),
    );
  });

  it('names what is set and not used yet', () => {
    const config = toConfig({ WHOP_API_KEY: 'k', WEE5_JWT_KEY: 'j' });
    expect(config.unusedVariables).toEqual(['WHOP_API_KEY', 'WEE5_JWT_KEY']);
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
    [{ SUPABASE_PUBLISHABLE_KEY: 'p' }, 'SUPABASE_URL is missing while SUPABASE_PUBLISHABLE_KEY is set'],
    [
      { UPSTASH_REDIS_REST_URL: 'https://x' },
      'UPSTASH_REDIS_REST_TOKEN is missing while UPSTASH_REDIS_REST_URL',
    ],
    [{ UPSTASH_REDIS_REST_TOKEN: 't' }, 'UPSTASH_REDIS_REST_URL is missing while UPSTASH_REDIS_REST_TOKEN'],
    [{ DATABASE_LISTEN_URL: 'postgres://x/y' }, 'DATABASE_URL is missing while DATABASE_LISTEN_URL is set'],
    [
      { SUPABASE_URL: 'https://x.supabase.co', SUPABASE_SECRET_KEY: 's' },
      'SUPABASE_URL is not supported by this build yet',
    ],
    [
      { UPSTASH_REDIS_REST_URL: 'https://x', UPSTASH_REDIS_REST_TOKEN: 't' },
      'UPSTASH_REDIS_REST_URL is not supported by this build yet',
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
      'UPSTASH_REDIS_REST_TOKEN',
    ]);
  });

  it('repeats no value, since it may be a secret', () => {
    const environment = {
      DATABASE_URL: 'user:hunter2@host',
      WHOP_WEBHOOK_SECRET: 'hunter2,',
      WHOP_APP_ID: 'hunter2',
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
