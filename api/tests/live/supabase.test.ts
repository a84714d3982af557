import { createDatabase, dropDatabase } from '@wee5/tooling/postgres';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { defaultMigrationsDir } from '../../src/database/paths.ts';
import { migratePostgres } from '../../src/database/postgres-migrate.ts';
import { openSupabase } from '../../src/database/supabase.ts';
import type { LiveSettings } from '../../src/live/hub.ts';
import { secretKey, startFront, type Front } from '../database/supabase/postgrest-front.ts';
import { RealtimeServer } from '../database/supabase/realtime-server.ts';
import { relayCommits } from '../database/supabase/relay-commits.ts';
import { changed, fixture } from '../support/fixtures.ts';
import { communityId, startTestServer, type TestServer } from '../support/test-server.ts';
import { openStream, type OpenStream } from './stream.ts';

/** The whole way on a real Postgres, behind the fakes of PostgREST and Realtime. */
const name = `live_supabase_${process.pid}`;
const path = `/api/v1/communities/${communityId}/live`;
let front: Front;
let realtime: RealtimeServer;
let relay: pg.Client;
let server: TestServer;
let lines: string[];
beforeAll(async () => {
  const url = await createDatabase(inject('postgres').url, name);
  await migratePostgres(url, defaultMigrationsDir, () => {});
  front = await startFront(url);
  realtime = new RealtimeServer(front.server);
  relay = await relayCommits(url, realtime);
});
afterAll(async () => {
  realtime.close();
  await front.close();
  await relay.end();
  await dropDatabase(inject('postgres').url, name);
});
beforeEach(() => {
  realtime.script = {};
  lines = [];
});
afterEach(() => server.stop());

let posts = 0;
const chat = () => {
  posts += 1;
  const change = { 'data.message.id': `post_${posts}`, 'data.message.user.id': `user_${posts}` };
  return server.deliver(changed('chat-message', change));
};

async function start(liveSettings: Partial<LiveSettings>): Promise<{ stream: OpenStream; version: number }> {
  const database = await openSupabase({
    url: front.url,
    secretKey,
    migrationsDir: defaultMigrationsDir,
    callTimeoutMs: 10_000,
    realtime: { joinEveryMs: 1, retry: { first: 20, longest: 50 } },
    log: (line) => lines.push(line),
  });
  server = await startTestServer({
    database,
    liveSettings: { intervalMs: 10, pollMs: 60_000, ...liveSettings },
  });
  await server.deliver(fixture('chat-message'));
  const stream = await openStream(server.url + path);
  return { stream, version: (await stream.until(({ event }) => event === 'hello')).data.version };
}

/** The same, when the topic is heard: until then commits are found out by comparing. */
async function startHearing(liveSettings: Partial<LiveSettings> = {}): ReturnType<typeof start> {
  const { stream, version: first } = await start(liveSettings);
  for (let version = first; ; version += 1) {
    await chat();
    const { data } = await stream.until((heard) => heard.data.version > version);
    if (data.changed) return { stream, version: version + 1 };
  }
}

it('tells viewers what a commit says, over PostgREST and Realtime', async () => {
  const { stream, version } = await startHearing();
  await chat();
  const { data } = await stream.until((heard) => heard.data.version > version);
  expect(data).toEqual({
    version: version + 1,
    changed: [{ userId: `user_${posts}`, xp: 15, level: 0 }],
  });
  stream.close();
});

it('finds out what was committed before the topic was joined', async () => {
  realtime.script.refuse = () => 'Unauthorized: not yet';
  const { stream, version } = await start({});
  await chat();
  realtime.script = {};
  const { data } = await stream.until((heard) => heard.data.version > version);
  expect(data).toEqual({ version: version + 1, after: version + 1 });
  stream.close();
});

it('finds a lost last message when it looks', async () => {
  const { stream, version } = await startHearing({ checkMs: 100 });
  // Realtime loses everything, and tells nobody.
  for (const topics of realtime.sockets.values()) topics.clear();
  await chat();
  const { data } = await stream.until((heard) => heard.data.version > version);
  expect(data).toEqual({ version: version + 1, after: version + 1 });
  stream.close();
});

it('compares versions where a topic cannot be joined, and says so once', async () => {
  realtime.script.refuse = () => 'Unauthorized: never';
  const { stream, version } = await start({ pollMs: 50 });
  for (const next of [version + 1, version + 2]) {
    await chat();
    const { data } = await stream.until((heard) => heard.data.version === next);
    expect(data).toEqual({ version: next, after: next });
  }
  expect(lines).toEqual([expect.stringContaining('Unauthorized: never; versions are compared instead')]);
  stream.close();
});
