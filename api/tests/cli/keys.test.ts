import { expect, it, vi } from 'vitest';
import { openPostgres } from '../../src/database/postgres.ts';
import { defaultMigrationsDir } from '../../src/database/paths.ts';
import { openPglite } from '../../src/database/pglite.ts';
import { temporaryDatabase } from '../database/support/postgres.ts';
import { temporaryDirectory } from '../database/support/temporary-directory.ts';
import { startTestServer } from '../support/test-server.ts';
import { wee5 } from '../support/wee5.ts';

// Every command is a process of its own, which opens a database.
vi.setConfig({ testTimeout: 120_000 });

const biz = ['--community', 'biz_1'];
const defaults = { visibility: 'public', levelThresholds: [100, 255] } as const;

it('makes, lists and revokes keys of a Postgres that a running server uses', async () => {
  const url = await temporaryDatabase();
  const environment = { DATABASE_URL: url };
  const database = await openPostgres({ url, migrationsDir: defaultMigrationsDir });
  let now = new Date();
  const server = await startTestServer({ database, now: () => now });
  await server.context.functions.ensureCommunities(['biz_1'], { ...defaults, levelThresholds: [100, 255] });

  const origins = ['--origin', 'https://a.example', 'https://b.example'];
  const made = await wee5(
    environment,
    'keys',
    'create',
    ...biz,
    '--kind',
    'publishable',
    ...origins,
    '--label',
    'shop',
  );
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(made.out).toContain('Pages of https://a.example, https://b.example may use it');
  const [key = ''] = /pk_[\w-]{49}/.exec(made.out) ?? [];
  const [keyId = ''] = /[0-9a-f-]{36}/.exec(made.out) ?? [];
  expect(made.out.split(key)).toHaveLength(2);
  const read = () =>
    server.read('/api/v1/communities/biz_1', { headers: { 'x-wee5-key': key, origin: 'https://b.example' } });
  expect(await read()).toMatchObject({ status: 200 });

  const secret = await wee5(environment, 'keys', 'create', ...biz, '--kind', 'secret');
  expect(secret.out).toMatch(/sk_[\w-]{49}\n/);

  const listed = await wee5(environment, 'keys', 'list', ...biz);
  expect(listed.out.split('\n').slice(0, 3)).toEqual([
    expect.stringMatching(/^key id +kind +made +last used +revoked +label +origins$/),
    expect.stringMatching(/^[0-9a-f-]{36} {2}secret .* - +- +- +-$/),
    expect.stringMatching(
      new RegExp(`^${keyId}  publishable .* shop   https://a.example https://b.example$`),
    ),
  ]);
  expect(listed.out).not.toContain(key.slice(3));

  const revoked = await wee5(environment, 'keys', 'revoke', keyId, ...biz);
  expect(revoked).toMatchObject({ code: 0, err: '' });
  now = new Date(now.getTime() + 5000);
  expect(await read()).toMatchObject({ status: 401 });
  await server.stop();
});

it('works on the embedded database while the server is stopped, and says so while it runs', async () => {
  const dataDir = temporaryDirectory();
  const environment = { WEE5_DATA_DIR: dataDir };
  const running = await openPglite({ dataDir });
  await running.call('ensure_communities', { community_ids: ['biz_1'], defaults });
  const create = ['keys', 'create', ...biz, '--kind', 'secret'];
  const refused = await wee5(environment, ...create);
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain(`is in use by process ${process.pid} since`);
  expect(refused.err).toMatch(/Stop it and run this again, or let the owner make keys while it runs/);
  await running.close();

  const made = await wee5(environment, ...create);
  expect(made.code).toBe(0);
  expect((await wee5(environment, 'keys', 'list', ...biz)).out).toContain('secret');
  const unknown = await wee5(environment, 'keys', 'create', '--community', 'biz_typo', '--kind', 'secret');
  expect(unknown).toMatchObject({ code: 1, out: '' });
  expect(unknown.err).toContain('biz_typo is not known in embedded (PGlite).');
  const nothing = await wee5(environment, 'keys', 'revoke', 'not-a-key', ...biz);
  expect(nothing).toMatchObject({ code: 1, out: '' });
  expect(nothing.err).toContain('biz_1 has no key not-a-key');
});

it.each([
  [['--kind', 'secret', '--origin', 'https://a.example'], 'leave --origin out'],
  [['--kind', 'publishable'], '--origin: '],
  [
    ['--kind', 'publishable', '--origin', 'a.example'],
    '--origin: must be an origin such as https://example.com',
  ],
  [['--kind', 'publishable', '--origin', 'https://a.example/', '--label', ''], '--label: '],
  [['--kind', 'admin'], 'Allowed choices are publishable, secret'],
  [[], "required option '--kind <kind>'"],
])('refuses %j before it opens anything', async (args, told) => {
  const answer = await wee5({ WEE5_DATA_DIR: '/nowhere' }, 'keys', 'create', ...biz, ...args);
  expect(answer).toMatchObject({ code: 1, out: '' });
  expect(answer.err).toContain(told);
});
