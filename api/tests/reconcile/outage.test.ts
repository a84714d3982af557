import { createDatabase, dropDatabase } from '@wee5/tooling/postgres';
import { afterEach, beforeEach, expect, inject, it, vi } from 'vitest';
import { personas } from '../../dev/personas.ts';
import { makeId, WhopPayloads } from '../../dev/whop-payloads.ts';
import type { Webhook } from '../../dev/whop-simulator/webhooks.ts';
import { WhopSimulator } from '../../dev/whop-simulator/whop-simulator.ts';
import { defaultMigrationsDir } from '../../src/database/paths.ts';
import { openPostgres } from '../../src/database/postgres.ts';
import { sign } from '../support/sign.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { wee5 } from '../support/wee5.ts';

// The command is a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const community = 'biz_outage';
const nobody = 'http://127.0.0.1:9/api/webhook';
const payloads = new WhopPayloads(community);

let clock: Date;
let whop: WhopSimulator;
let webhook: Webhook;
let server: TestServer | undefined;
let url: string;
let databaseName: string;

beforeEach(async () => {
  clock = new Date();
  databaseName = `outage_${process.pid}_${Math.floor(performance.now())}`;
  url = await createDatabase(inject('postgres').url, databaseName);
  whop = await WhopSimulator.start({ now: () => clock });
  webhook = whop.addWebhook({
    url: 'https://xp.example.com/api/webhook',
    route: () => (server ? `${server.url}/api/webhook` : nobody),
    retryScale: 0.0001,
  });
});
afterEach(async () => {
  await server?.stop();
  await whop.stop();
  server = undefined;
  await dropDatabase(inject('postgres').url, databaseName);
});

async function start(): Promise<void> {
  server = await startTestServer({
    database: await openPostgres({ url, migrationsDir: defaultMigrationsDir }),
    environment: { ...whop.environment, PUBLIC_URL: 'https://xp.example.com' },
    now: () => clock,
  });
}

async function stop(): Promise<void> {
  await server?.stop();
  server = undefined;
}

function later(minutes: number): void {
  clock = new Date(clock.getTime() + minutes * 60_000);
}

/** A message of a member of their own, so that no cooldown has a say. */
function message() {
  const id = makeId('user_');
  return payloads.message({ id: makeId('post_'), author: { ...personas[0]!, id }, at: clock, content: null });
}

async function total(): Promise<{ members: number; xp: number }> {
  const board = await server?.context.functions.getLeaderboard({
    communityId: community,
    scope: 'admin',
    viewerId: null,
    board: 'top',
    window: 'all',
    windowAt: null,
    now: clock.toISOString(),
    limit: 100,
    after: null,
    aroundUserId: null,
  });
  const entries = board?.entries ?? [];
  return { members: entries.length, xp: entries.reduce((sum, { xp }) => sum + xp, 0) };
}

it('gets back, after a start that follows a gap, every event that Whop had given up, and none twice', async () => {
  await start();
  expect(await webhook.sendAll([message(), message()])).toEqual([true, true]);
  // Committed here, while the acknowledgement was lost on its way.
  const unacknowledged = message();
  const body = JSON.stringify(unacknowledged);
  await server?.answerTo(body, { ...sign(body, whop.webhookSecret, clock) });
  await stop();

  later(5);
  const missed = [unacknowledged, message(), message(), message()];
  expect(await webhook.sendAll(missed)).toEqual([false, false, false, false]);

  later(5);
  await start();
  await vi.waitFor(async () => expect(await total()).toEqual({ members: 6, xp: 90 }), { timeout: 20_000 });
  await webhook.idle();
  expect(await total()).toEqual({ members: 6, xp: 90 });
  const replayed = webhook.kept().filter(({ replayedFrom }) => replayedFrom !== null);
  expect(replayed.map(({ envelope }) => envelope.id).toSorted()).toEqual(
    missed.map(({ id }) => id).toSorted(),
  );
  expect(replayed.map(({ responseBody }) => responseBody)).toContainEqual({ status: 'duplicate' });
  await vi.waitFor(
    async () => {
      const { owedSince } = await server!.context.functions.keepServiceAlive(clock.toISOString());
      expect(owedSince).toBeNull();
    },
    { timeout: 20_000 },
  );
});

it('goes on owing while Whop cannot be asked, and answers webhooks meanwhile', async () => {
  await start();
  await stop();
  later(5);
  expect(await webhook.send(message())).toBe(false);
  later(5);
  whop.fail('webhooks.listDeliveries', { answer: { status: 503, body: {} } });
  await start();
  expect(await webhook.send(message())).toBe(true);
  await vi.waitFor(() => expect(whop.callsOf('webhooks.listDeliveries').length).toBeGreaterThan(0));
  await stop();

  whop.heal();
  later(2);
  await start();
  await vi.waitFor(async () => expect(await total()).toEqual({ members: 2, xp: 30 }), { timeout: 20_000 });
});

it('does not keep a server from stopping while it waits until Whop may be asked again', async () => {
  await start();
  await stop();
  later(5);
  whop.limit('webhooks.list', 0);
  await start();
  await vi.waitFor(() => expect(whop.callsOf('webhooks.list').length).toBeGreaterThan(0));
  const patience = new Promise((_, reject) => {
    setTimeout(() => reject(new Error('The server waits for Whop.')), 5000).unref();
  });
  await Promise.race([stop(), patience]);
});

it('asks when an operator says so: wee5 reconcile --since', async () => {
  expect(await webhook.sendAll([message(), message()])).toEqual([false, false]);
  await start();
  const environment = { ...whop.environment, PUBLIC_URL: 'https://xp.example.com', LOG_LEVEL: 'silent' };
  expect(await wee5(environment, 'reconcile', '--since', '1h')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/Whop could not deliver 2 events; sent again, 2 arrived\.$/m) as string,
  });
  expect(await total()).toEqual({ members: 2, xp: 30 });
  const { out } = await wee5(environment, 'reconcile', '--since', '1h');
  expect(out).toMatch(/Whop has delivered everything\.$/m);
});

it.each([
  [['--since', 'yesterday'], 'Give a time in the past such as'],
  [['--since', '40d'], 'Whop keeps deliveries for 30 days'],
  [['--since', '2999-01-01T00:00:00Z'], 'Give a time in the past such as'],
  [[], "required option '--since <when>' not specified"],
  [['--since', '1h'], 'Set WHOP_APP_ID and WHOP_API_KEY'],
])('says what is wrong with %j', async (words, expected) => {
  const { code, err } = await wee5({}, 'reconcile', ...words);
  expect([code, err]).toEqual([1, expect.stringContaining(expected)]);
});

it('says so when no webhook of Whop leads here', async () => {
  const environment = { ...whop.environment, PUBLIC_URL: 'https://elsewhere.example.com' };
  const { code, err } = await wee5(environment, 'reconcile', '--since', '1h');
  expect([code, err]).toEqual([1, expect.stringContaining('set PUBLIC_URL to the address')]);
});
