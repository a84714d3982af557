import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDatabaseFunctions, type DatabaseFunctions } from '../../src/database/functions.ts';
import { defaultCacheDir, defaultMigrationsDir } from '../../src/database/paths.ts';
import { PgliteDatabase } from '../../src/database/pglite.ts';
import { createMigratedPglite } from '../../src/database/snapshot.ts';
import { LiveHub } from '../../src/live/hub.ts';
import { anonymous, type Watcher } from '../../src/live/topics.ts';
import { createLogger } from '../../src/logger.ts';
import { awardOf } from '../support/award.ts';
import { openStream, type OpenStream } from './stream.ts';

const ana: Watcher = { userId: 'user_ana', scope: 'members', until: null };
const ben: Watcher = { userId: 'user_ben', scope: 'members', until: null };
const admin: Watcher = { userId: 'user_admin', scope: 'admin', until: null };

let pglite: PGlite;
let functions: DatabaseFunctions;
let hub: LiveHub;
let server: Server;
/** What happens between a seat that is taken and the stream that is opened. */
let meanwhile: () => Promise<void>;
let watcher: Watcher;
beforeEach(async () => {
  const paths = { migrationsDir: defaultMigrationsDir, cacheDir: defaultCacheDir };
  pglite = await createMigratedPglite({ ...paths, log: () => undefined });
  const database = new PgliteDatabase(pglite);
  functions = createDatabaseFunctions(database);
  await functions.ensureCommunities(['biz_1'], { visibility: 'public', levelThresholds: [1, 2, 3] });
  hub = new LiveHub({ database, functions, log: createLogger('silent'), settings: { intervalMs: 5 } });
  meanwhile = async () => undefined;
  server = createServer((_request, response) => void serve(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await hub.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await pglite.close();
});

/** Takes a seat, then reads where the community stands, as the route does. */
async function serve(response: ServerResponse): Promise<void> {
  const seat = hub.join('biz_1', watcher, response);
  const community = await functions.getCommunity('biz_1');
  await meanwhile();
  if (community) seat.open(community, undefined);
}

async function watch(as: Watcher): Promise<OpenStream> {
  watcher = as;
  const stream = await openStream(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await stream.untilText('hello');
  return stream;
}

let chats = 0;
async function earn(userId: string): Promise<void> {
  chats += 1;
  const at = new Date(Date.UTC(2026, 10, 20) + chats * 3_600_000).toISOString();
  const [configuration] = await functions.ensureCommunities(['biz_1'], {
    visibility: 'public',
    levelThresholds: [1],
  });
  const configVersion = configuration?.version ?? 0;
  const activity = { communityId: 'biz_1', userId, key: `chat:${chats}`, at, xp: 1 };
  await functions.awardXp([awardOf({ ...activity, configVersion })]);
}

/** Saves a setting, as the settings page does. */
async function show(visibility: 'public' | 'members' | 'private'): Promise<void> {
  await pglite.query('update communities set visibility = $1, version = version + 1', [visibility]);
  await pglite.exec(`
    select broadcast('community:' || id, 'community.updated', jsonb_build_object('version', version))
    from communities`);
}

const names = (stream: OpenStream): string[] => stream.heard().map(({ event }) => event);

it('tells a member’s own events to that member alone, on every stream they have open', async () => {
  const streams = [await watch(ana), await watch(ana), await watch(ben), await watch(anonymous)];
  await earn('user_ana');
  for (const stream of streams) await stream.untilText('community.changed');
  for (const stream of streams.slice(0, 2)) await stream.untilText('member.leveled_up');
  // What follows has come through the same way, so what did not come before it does not come.
  await earn('user_ben');
  await streams[2]?.untilText('member.leveled_up');
  for (const stream of streams) await stream.until(({ data }) => data.version === 2);
  expect(streams.map((stream) => names(stream).filter((name) => name.startsWith('member')).length)).toEqual([
    1, 1, 1, 0,
  ]);
  expect(streams[2]?.text()).not.toContain('"previousLevel":0,"userId":"user_ana"');
});

it('still tells a member on one stream after another one was closed', async () => {
  const [first, second] = [await watch(ana), await watch(ana)];
  first?.close();
  await first?.ended.catch(() => undefined);
  await earn('user_ana');
  await second?.untilText('member.leveled_up');
});

it('keeps what was a member’s own between the seat and the stream, and tells it after hello', async () => {
  // Listening begins with the first seat; a commit before that would be nobody's.
  const first = await watch(ben);
  await earn('user_ben');
  await first.untilText('member.leveled_up');
  meanwhile = () => earn('user_ana');
  const stream = await watch(ana);
  await stream.untilText('member.leveled_up');
  expect(names(stream).slice(0, 2)).toEqual(['hello', 'member.leveled_up']);
});

it('ends only the streams of those who may not watch any more', async () => {
  const [everybody, member, owner] = [await watch(anonymous), await watch(ana), await watch(admin)];
  await show('members');
  await everybody?.ended;
  await earn('user_ana');
  await member?.untilText('member.leveled_up');
  await show('private');
  await member?.ended;
  await earn('user_ben');
  await owner?.until(({ data }) => data.version === 4);
  await show('public');
  await owner?.until(({ data }) => data.version === 5);
});

it('ends a stream whose community closed while it was being opened', async () => {
  const member = await watch(ana);
  meanwhile = async () => {
    await show('members');
    // The hub has compared when it ends nobody's stream but that of the one who comes.
    await member.untilText('community.updated');
    await functions.getCommunityStates(['biz_1']);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const late = await watch(anonymous);
  await late.ended;
});

it('ends a stream when the identity of its viewer runs out, and not before', async () => {
  const until = new Date(Date.now() + 250);
  const [short, long] = [await watch({ ...ana, until }), await watch({ ...ana, until: new Date(8.64e15) })];
  await short?.ended;
  expect(Date.now()).toBeGreaterThanOrEqual(until.getTime() - 5);
  await earn('user_ana');
  await long?.untilText('member.leveled_up');
});
