import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDatabaseFunctions, type DatabaseFunctions } from '../../src/database/functions.ts';
import { openPglite } from '../../src/database/pglite.ts';
import type { Database } from '../../src/database/port.ts';
import { Reconciliation } from '../../src/reconcile/service.ts';
import { WhopError } from '../../src/whop/port.ts';
import { ScriptedWhop } from './scripted-whop.ts';

let database: Database;
let functions: DatabaseFunctions;
let whop: ScriptedWhop;
let now: Date;
let said: { msg: string; since?: string }[];
const running: Reconciliation[] = [];

beforeEach(async () => {
  database = await openPglite();
  functions = createDatabaseFunctions(database);
  whop = new ScriptedWhop();
  now = new Date('2026-11-20T18:00:00.000Z');
  said = [];
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.stop()));
  await database.close();
});

/** One replica, whose turns come as fast as the test looks. */
function start(options: { withoutWhop?: boolean; publicUrl?: string } = {}): Reconciliation {
  const log = pino({ level: 'info' }, { write: (line: string) => said.push(JSON.parse(line) as never) });
  const service = new Reconciliation({
    functions,
    whop: options.withoutWhop ? undefined : whop,
    publicUrl: options.publicUrl,
    log,
    now: () => now,
    aliveMs: 5,
    waitsMs: [0],
  });
  running.push(service);
  service.start();
  return service;
}

async function wasHereAt(time: string): Promise<void> {
  await functions.keepServiceAlive(`2026-11-20T${time}.000Z`);
}

const owed = async () => (await functions.keepServiceAlive(now.toISOString())).owedSince;

it('asks for what was missed after a start that follows a gap, and is then even', async () => {
  await wasHereAt('17:50:00');
  whop.deliver('msg_1', new Date('2026-11-20T17:55:00Z'), false);
  whop.deliver('msg_before', new Date('2026-11-20T17:40:00Z'), false);
  start();
  await vi.waitFor(async () => expect(await owed()).toBeNull());
  expect(whop.replays).toHaveLength(1);
  expect(said.map(({ msg }) => msg)).toEqual([
    'No replica was here for a while and events may have been missed: Whop is asked to send them again',
    'Whop is asked to send missed events again',
    'Whop has sent missed events again',
  ]);
});

it('asks nothing after a start that follows no gap', async () => {
  await wasHereAt('17:59:40');
  whop.deliver('msg_1', new Date('2026-11-20T17:59:50Z'), false);
  const listed = vi.spyOn(whop, 'listWebhooks');
  const service = start();
  // Several turns, each of which would have asked.
  now = new Date('2026-11-20T18:00:09.000Z');
  await vi.waitFor(async () => expect(await owed()).toBeNull());
  await service.stop();
  expect(listed).not.toHaveBeenCalled();
  expect(said).toEqual([]);
});

it('lets one of several replicas ask', async () => {
  await wasHereAt('17:50:00');
  whop.deliver('msg_1', new Date('2026-11-20T17:55:00Z'), false);
  for (let replica = 0; replica < 4; replica++) start();
  await vi.waitFor(async () => expect(await owed()).toBeNull());
  expect(whop.replays).toHaveLength(1);
});

it('notices a database that was away while this replica was not', async () => {
  start();
  await vi.waitFor(async () => expect(await owed()).toBeNull());
  whop.deliver('msg_1', new Date('2026-11-20T18:02:00Z'), false);
  now = new Date('2026-11-20T18:05:00.000Z');
  await vi.waitFor(() => expect(whop.replays).toHaveLength(1));
});

it('looks every fifteen minutes although nothing is owed', async () => {
  start();
  await vi.waitFor(async () => expect(await owed()).toBeNull());
  whop.deliver('msg_1', new Date('2026-11-20T18:00:01Z'), false);
  for (let second = 10; second <= 900; second += 10) {
    now = new Date(Date.parse('2026-11-20T18:00:00Z') + second * 1000);
    await owed();
  }
  await vi.waitFor(() => expect(whop.replays).toHaveLength(1));
});

it.each([
  ['says what to do where Whop cannot be asked, once', 'https://xp.example.com', 40],
  ['is no warning where nobody outside could have sent anything', undefined, 30],
])('%s', async (_what, publicUrl, level) => {
  await wasHereAt('17:50:00');
  start({ withoutWhop: true, ...(publicUrl === undefined ? {} : { publicUrl }) });
  await vi.waitFor(() => expect(said).toHaveLength(1));
  await owed();
  await owed();
  const since = '2026-11-20T17:48:00.000Z';
  const msg = expect.stringContaining('set WHOP_APP_ID and WHOP_API_KEY') as string;
  expect(said).toMatchObject([{ level, since, msg }]);
});

it('waits a minute before it asks again after Whop refused, and stays owing', async () => {
  await wasHereAt('17:50:00');
  whop.deliver('msg_1', new Date('2026-11-20T17:55:00Z'), false);
  const { onReplay } = whop;
  whop.onReplay = () => {
    throw new WhopError('unavailable', 'Whop does not answer.');
  };
  start();
  await vi.waitFor(() => expect(said.at(-1)?.msg).toBe('Could not reconcile with Whop; it stays owed'));
  now = new Date('2026-11-20T18:00:20.000Z');
  expect(await owed()).toBe('2026-11-20T17:48:00.000Z');
  expect(whop.replays).toHaveLength(1);

  whop.onReplay = onReplay;
  now = new Date('2026-11-20T18:00:45.000Z');
  await owed();
  now = new Date('2026-11-20T18:01:10.000Z');
  await vi.waitFor(async () => expect(await owed()).toBeNull());
  expect(whop.replays).toHaveLength(2);
});

it('leaves what it was at to the next start when it is stopped', async () => {
  await wasHereAt('17:50:00');
  whop.deliver('msg_1', new Date('2026-11-20T17:55:00Z'), false);
  whop.onReplay = () => {};
  const service = new Reconciliation({
    functions,
    whop,
    publicUrl: undefined,
    log: pino({ level: 'silent' }),
    now: () => now,
    aliveMs: 5,
    waitsMs: [60_000],
  });
  const claims = vi.spyOn(functions, 'claimReconciliation');
  const turns = vi.spyOn(functions, 'keepServiceAlive');
  service.start();
  await vi.waitFor(() => expect(whop.replays).toHaveLength(1));
  // Meanwhile it goes on saying that it is there, and begins no second one.
  await vi.waitFor(() => expect(turns.mock.calls.length).toBeGreaterThan(5));
  expect(claims).toHaveBeenCalledTimes(1);
  await service.stop();
  expect(await owed()).toBe('2026-11-20T17:48:00.000Z');
  expect(await functions.claimReconciliation(now.toISOString(), 900)).toBe('2026-11-20T17:48:00.000Z');
});
