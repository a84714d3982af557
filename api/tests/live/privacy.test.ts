import type { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PgliteDatabase } from '../../src/database/pglite.ts';
import { defaultCacheDir, defaultMigrationsDir } from '../../src/database/paths.ts';
import { createMigratedPglite } from '../../src/database/snapshot.ts';
import { changed, fixture } from '../support/fixtures.ts';
import { communityId, startTestServer, type TestServer } from '../support/test-server.ts';
import { openStream } from './stream.ts';

const path = `/api/v1/communities/${communityId}/live`;
let pglite: PGlite;
let server: TestServer;
beforeEach(async () => {
  pglite = await createMigratedPglite({
    migrationsDir: defaultMigrationsDir,
    cacheDir: defaultCacheDir,
    log: () => undefined,
  });
  server = await startTestServer({ database: new PgliteDatabase(pglite), liveSettings: { intervalMs: 10 } });
  await server.deliver(fixture('chat-message'));
});
afterEach(() => server.stop());

const chat = (id: string, userId: string, createdAt = '2026-11-20T18:04:05Z') =>
  server.answerTo(
    changed('chat-message', {
      'data.message.id': id,
      'data.message.user.id': userId,
      'data.message.created_at': createdAt,
    }),
  );

it.each(['hidden', 'members'])('tells nobody that a member who is %s did something', async (visibility) => {
  await chat('before', 'user_shy');
  await pglite.query('update users set visibility = $1 where id = $2', [visibility, 'user_shy']);
  const stream = await openStream(server.url + path);
  const hello = await stream.until(({ event }) => event === 'hello');
  const alone = await chat('alone', 'user_shy', '2026-11-20T17:04:05Z');
  expect(alone.body).toEqual({ status: 'accepted', awards: 1 });
  await chat('together', 'user_loud');
  const { data } = await stream.until(({ event }) => event === 'community.changed');
  const { version } = hello.data;
  expect(data).toMatchObject({ version: version + 2, after: version, changed: [{ userId: 'user_loud' }] });
  expect(stream.text()).not.toContain('user_shy');
  expect(stream.heard()).toHaveLength(2);
  stream.close();
});

it('tells an anonymous viewer nobody’s own events', async () => {
  await pglite.exec("update xp_configurations set level_thresholds = '{1,2,3}'");
  const stream = await openStream(server.url + path);
  await chat('rises', 'user_rising');
  await stream.until(({ event }) => event === 'community.changed');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(stream.heard().map(({ event }) => event)).toEqual(['hello', 'community.changed']);
  stream.close();
});

it('ends the streams of a community that is not public any more', async () => {
  const stream = await openStream(server.url + path);
  await stream.until(({ event }) => event === 'hello');
  await pglite.exec("update communities set visibility = 'members', version = version + 1");
  await pglite.query('select broadcast($1, $2, $3)', [
    `community:${communityId}`,
    'community.updated',
    JSON.stringify({ version: 99 }),
  ]);
  await stream.ended;
  expect(await server.read(path)).toMatchObject({ status: 401 });
});
