import { createDatabase } from '@wee5/tooling/postgres';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { defaultMigrationsDir } from '../../src/database/paths.ts';
import { openPostgres } from '../../src/database/postgres.ts';
import { changed, fixture } from '../support/fixtures.ts';
import { communityId, startTestServer, type TestServer } from '../support/test-server.ts';
import { openStream, type OpenStream } from './stream.ts';

const path = `/api/v1/communities/${communityId}/live`;
let url: string;
let writer: TestServer;
let reader: TestServer;
beforeAll(async () => {
  url = await createDatabase(inject('postgres').url, `live_${process.pid}`);
  // Two replicas: one takes the webhooks, the viewers are at the other.
  [writer, reader] = [await start(), await start()];
  await writer.deliver(fixture('chat-message'));
});
afterAll(() => Promise.all([writer.stop(), reader.stop()]));

async function start(): Promise<TestServer> {
  const database = await openPostgres({ url, migrationsDir: defaultMigrationsDir });
  return startTestServer({ database, liveSettings: { intervalMs: 20, pollMs: 50 } });
}

const chat = (id: string) =>
  writer.deliver(changed('chat-message', { 'data.message.id': id, 'data.message.user.id': `user_${id}` }));

/** A stream of a replica that listens: until then it learns of commits by comparing versions. */
async function openListening(): Promise<{ stream: OpenStream; version: number }> {
  const stream = await openStream(reader.url + path);
  let { version } = (await stream.until(({ event }) => event === 'hello')).data;
  for (let attempt = 0; ; attempt += 1) {
    await chat(`warm_up_${attempt}_${version}`);
    version += 1;
    const { data } = await stream.until((heard) => heard.data.version === version);
    if (data.changed) return { stream, version };
  }
}

it('tells the viewers of one replica what another has committed', async () => {
  const { stream, version } = await openListening();
  await chat('first');
  const change = await stream.until(({ data }) => data.version === version + 1);
  expect(change.data).toEqual({
    version: version + 1,
    changed: [{ userId: 'user_first', xp: 15, level: 0 }],
  });
  stream.close();
});

it('tells them to load again when the connection that listens was lost while something happened', async () => {
  const { stream, version } = await openListening();
  const admin = new pg.Client(url);
  await admin.connect();
  const listening = "query = 'listen wee5' and datname = current_database()";
  const { rowCount } = await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where ${listening}`,
  );
  expect(rowCount).toBeGreaterThan(0);
  await chat('unheard');
  const notice = await stream.until(({ data }) => data.version > version);
  expect(notice.data).toEqual({ version: version + 1, after: version + 1 });
  await admin.end();
  stream.close();
});

it('misses nothing of a burst from the moment it was told the version', async () => {
  const { stream, version: begin } = await openListening();
  let version = begin;
  await Promise.all(Array.from({ length: 200 }, (_, index) => chat(`burst_${index}`)));
  const last = await reader.read<{ version: number }>(path.replace('/live', ''));
  await stream.until(({ data }) => data.version === last.body.version);
  for (const { data } of stream.heard().filter((heard) => heard.data.version > begin)) {
    expect(data.after ?? data.version - 1).toBe(version);
    version = data.version;
  }
  stream.close();
});
