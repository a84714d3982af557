import { createDatabase, dropDatabase } from '@wee5/tooling/postgres';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import { Creator } from '../configuration/support.ts';
import { changed } from '../support/fixtures.ts';
import { communityId, startTestServer, type TestServer } from '../support/test-server.ts';

let a: TestServer;
let b: TestServer;
let atA: Creator;
let atB: Creator;
let client: pg.Client;
let databaseName: string;
let messages = 0;

beforeEach(async () => {
  databaseName = `race_config_${process.pid}_${Math.floor(performance.now())}`;
  const databaseUrl = await createDatabase(inject('postgres').url, databaseName);
  client = new pg.Client(databaseUrl);
  await client.connect();
  const start = async () =>
    startTestServer({ database: await openDatabase({ databaseUrl, dataDir: '', log: () => undefined }) });
  [a, b] = [await start(), await start()];
  const { identities, functions, communityDefaults } = a.context;
  await functions.ensureCommunities([communityId], communityDefaults);
  const key = await identities.keys.create(communityId, { kind: 'secret' });
  const headers = { authorization: `Bearer ${key?.key}` };
  [atA, atB] = [new Creator(a, communityId, headers), new Creator(b, communityId, headers)];
});
afterEach(async () => {
  await Promise.all([a.stop(), b.stop()]);
  await client.end();
  await dropDatabase(inject('postgres').url, databaseName);
});

/**
 * One message of a member who never wrote before; resolves with its natural key once it is committed. Like Whop, it is
 * sent again after a 503, which is the answer where two saves come between scoring and booking.
 */
async function chat(server: TestServer): Promise<string> {
  const id = `post_${(messages += 1)}`;
  const body = changed('chat-message', { 'data.message.id': id, 'data.message.user.id': `user_${id}` });
  for (;;) {
    const answer = await server.answerTo(body);
    if (answer.status === 503) continue;
    expect(answer).toMatchObject({ status: 200, body: { status: 'accepted', awards: 1 } });
    return `chat:${id}`;
  }
}

/** What each awarded message was scored with: `{ key: [XP, version] }`. */
async function scored(): Promise<Record<string, [xp: number, version: number]>> {
  const { rows } = await client.query<{ key: string; xp: number; version: number }>(
    `select key, xp_awarded::int as xp, (receipt ->> 'configVersion')::int as version from public.activity_log`,
  );
  return Object.fromEntries(rows.map(({ key, xp, version }) => [key, [xp, version]]));
}

it('has an event at another replica scored by the new rules as soon as a save is answered', async () => {
  // Both keep the first version by now.
  const before = [await chat(a), await chat(b)];
  for (let round = 1; round <= 5; round += 1) {
    await atA.save({ chatXp: 100 + round });
    const key = await chat(b);
    expect((await scored())[key]).toEqual([100 + round, round + 1]);
  }
  expect(Object.values(await scored()).slice(0, 2)).toEqual(before.map(() => [15, 1]));
});

it('lets exactly one of two creators save at once, whole', async () => {
  for (let version = 1; version <= 10; version += 1) {
    const answers = await Promise.all([
      atA.put({ version, name: 'a', chatXp: 1, levels: [{ level: 1, name: 'a' }] }),
      atB.put({ version, name: 'b', chatXp: 2, levels: [{ level: 1, name: 'b' }] }),
    ]);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(1);
    const won = answers.find(({ status }) => status === 200)?.body;
    expect(won).toMatchObject({ version: version + 1, chatXp: won?.name === 'a' ? 1 : 2 });
    expect(won?.levels[0]?.name).toBe(won?.name);
    expect((await atA.read()).body).toEqual(won);
  }
  const { body } = await atA.versions();
  expect(body.versions.map(({ version }) => version)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
});

it('puts every award before or after a save: it was scored by the version its receipt names', async () => {
  let answered = 1;
  const saving = new AbortController();
  const knownAtStart = new Map<string, number>();
  const deliver = async (server: TestServer) => {
    while (!saving.signal.aborted) {
      const known = answered;
      knownAtStart.set(await chat(server), known);
    }
  };
  const answeredMessages = (count: number) =>
    expect.poll(() => knownAtStart.size, { timeout: 20_000, interval: 5 }).toBeGreaterThanOrEqual(count);
  const save = async () => {
    for (let round = 1; round <= 20; round += 1) {
      const { body } = await (round % 2 ? atA : atB).put({ version: round, chatXp: 1000 + round + 1 });
      expect(body.version).toBe(round + 1);
      answered = body.version;
      // Saves come in pairs with no pause between, and each pair meets messages, however slow the machine is.
      if (round % 2 === 0) await answeredMessages(knownAtStart.size + 4);
    }
  };
  const deliveries = [deliver(a), deliver(a), deliver(b), deliver(b)];
  // Also a save that fails ends the deliveries.
  await Promise.all([save().finally(() => saving.abort()), ...deliveries]);

  const log = await scored();
  expect(knownAtStart.size).toBeGreaterThanOrEqual(40);
  for (const [key, known] of knownAtStart) {
    const [xp, version] = log[key] ?? [0, 0];
    expect(xp).toBe(version === 1 ? 15 : 1000 + version);
    expect(version).toBeGreaterThanOrEqual(known);
  }
  expect(new Set(Object.values(log).map(([, version]) => version)).size).toBeGreaterThan(5);
});

it('recomputes levels by whichever replica sees them pending', async () => {
  const key = await chat(a);
  await atA.save({ curve: { kind: 'linear', xpPerLevel: 5 } });
  await expect.poll(async () => (await atB.read()).body.levelsPending, { timeout: 20_000 }).toBe(false);
  const { rows } = await client.query('select level from public.users where id = $1', [
    key.replace('chat:', 'user_'),
  ]);
  expect(rows).toEqual([{ level: 3 }]);
});
