import { afterEach, beforeEach, expect, it } from 'vitest';
import { refuse } from '../../dev/whop-simulator/answers.ts';
import { WhopSimulator } from '../../dev/whop-simulator/whop-simulator.ts';
import { Profiles } from '../../src/profiles/profiles.ts';
import { Budget } from '../../src/whop/budget.ts';
import { createClock, createMemoryLog, failure } from '../pipeline/support.ts';
import { clientOf } from '../whop/support.ts';
import { createKeptProfiles, membersOf } from './support.ts';

const hour = 3_600_000;
/** Long enough for a machine that is busy with other things. */
const soon = { timeout: 20_000 };
const retrieve = 'users.retrieve';
let whop: WhopSimulator;
let clock: ReturnType<typeof createClock>;
let kept: ReturnType<typeof createKeptProfiles>;
let log: ReturnType<typeof createMemoryLog>;
let waits: number[];
let profiles: Profiles;

beforeEach(async () => {
  clock = createClock();
  whop = await WhopSimulator.start({ now: clock.now });
  kept = createKeptProfiles();
  log = createMemoryLog();
  waits = [];
  profiles = start();
});
afterEach(async () => {
  profiles.close();
  await whop.stop();
});

function start(budget = new Budget({ now: clock.now })): Profiles {
  return new Profiles({
    functions: kept,
    whop: clientOf(whop, { now: clock.now, budget, timeoutMs: 500 }),
    now: clock.now,
    log: log.log,
    wait: async (ms) => {
      waits.push(ms);
      clock.advance(ms);
    },
  });
}

it('fetches who was never fetched, names them as their community does, and saves them together', async () => {
  const [ana, ben] = membersOf(whop, 2);
  profiles.want('biz_1', ['user_0', 'user_1']);
  await expect.poll(() => kept.saved.length, soon).toBe(1);
  const row = { communityId: 'biz_1', fetchedAt: clock.now().toISOString() };
  expect(kept.saved[0]?.toSorted((a, b) => a.userId.localeCompare(b.userId))).toEqual([
    { ...row, userId: 'user_0', username: 'name0', displayName: 'Name 0', avatarUrl: ana?.pictureUrl },
    { ...row, userId: 'user_1', username: 'name1', displayName: 'Name 1', avatarUrl: ben?.pictureUrl },
  ]);
  expect(whop.callsOf(retrieve).map(({ path }) => path.split('?')[1])).toEqual([
    'account_id=biz_1',
    'account_id=biz_1',
  ]);
});

it('asks once for a member who is wanted many times, until a day is over', async () => {
  membersOf(whop, 1);
  for (let reads = 0; reads < 50; reads += 1) profiles.want('biz_1', ['user_0']);
  await expect.poll(() => kept.saved.length, soon).toBe(1);
  clock.advance(24 * hour - 1);
  profiles.want('biz_1', ['user_0']);
  clock.advance(1);
  profiles.want('biz_1', ['user_0']);
  await expect.poll(() => kept.saved.length, soon).toBe(2);
  expect(whop.callsOf(retrieve)).toHaveLength(2);
});

it('asks nothing about members who are fresh, and the database only now and then', async () => {
  membersOf(whop, 1);
  kept.fresh.add('user_0');
  profiles.want('biz_1', ['user_0']);
  await expect.poll(() => kept.looked, soon).toEqual([['user_0']]);
  profiles.want('biz_1', ['user_0']);
  clock.advance(10 * 60_000);
  profiles.want('biz_1', ['user_0']);
  await expect.poll(() => kept.looked, soon).toHaveLength(2);
  expect(whop.calls).toEqual([]);
});

it('fetches a large board a few at a time, and a small community does not wait for it', async () => {
  membersOf(whop, 99);
  const names = Array.from({ length: 99 }, (_, index) => `user_${index}`);
  profiles.want('biz_large', names);
  profiles.want('biz_small', ['user_0']);
  await expect.poll(() => kept.saved.flat(), soon).toHaveLength(100);
  const turns = kept.saved.map((rows) => rows[0]?.communityId);
  expect(turns.indexOf('biz_small')).toBeLessThan(3);
  expect(kept.saved.map((rows) => rows.length).toSorted((a, b) => b - a)).toEqual([25, 25, 25, 24, 1]);
});

it('remembers for a day whom Whop does not know, and keeps the name they have', async () => {
  membersOf(whop, 1);
  profiles.want('biz_1', ['user_gone', 'user_0']);
  await expect.poll(() => kept.saved.flat().map(({ userId }) => userId), soon).toEqual(['user_0']);
  clock.advance(23 * hour);
  profiles.want('biz_1', ['user_gone']);
  clock.advance(hour);
  profiles.want('biz_1', ['user_gone']);
  await expect.poll(() => whop.callsOf(retrieve), soon).toHaveLength(3);
  expect(log.lines).toEqual([]);
});

it('stays within the background budget and goes on when there is some again', async () => {
  membersOf(whop, 30);
  profiles = start(new Budget({ now: clock.now, backgroundPerMinute: 10 }));
  profiles.want(
    'biz_1',
    Array.from({ length: 30 }, (_, index) => `user_${index}`),
  );
  await expect.poll(() => kept.saved.flat(), soon).toHaveLength(30);
  expect(waits).toEqual([60_000, 60_000]);
  expect(whop.callsOf(retrieve).map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 200));
  expect(log.lines).toEqual([]);
});

it('waits for as long as Whop asks for', async () => {
  membersOf(whop, 1);
  const answer = refuse(429, 'rate_limit_exceeded', 'Try again in 12 seconds.');
  whop.fail(retrieve, { answer }, 1);
  profiles.want('biz_1', ['user_0']);
  await expect.poll(() => kept.saved, soon).toHaveLength(1);
  expect(waits).toEqual([12_000]);
});

it('waits longer and longer while Whop is down, says so once, and says when it is over', async () => {
  membersOf(whop, 40);
  whop.fail(retrieve, { answer: refuse(503, 'internal', 'Down.') }, 2 * 4 * 3);
  profiles.want(
    'biz_1',
    Array.from({ length: 40 }, (_, index) => `user_${index}`),
  );
  await expect.poll(() => kept.saved.flat().length, soon).toBeGreaterThan(0);
  await expect.poll(() => log.lines.map(({ level }) => level), soon).toEqual([40, 30]);
  expect(waits.slice(0, 3)).toEqual([5000, 10_000, 20_000]);
  expect(JSON.stringify(log.lines)).not.toContain(whop.environment['WHOP_API_KEY']);
});

it('leaves alone for a while whom Whop cannot answer for, and fetches the others', async () => {
  membersOf(whop, 10);
  whop.fail(retrieve, { answer: { status: 200, body: '<html>' } }, 1);
  profiles.want(
    'biz_1',
    Array.from({ length: 10 }, (_, index) => `user_${index}`),
  );
  await expect.poll(() => kept.saved.flat(), soon).toHaveLength(9);
  const missing = 'user_0';
  profiles.want('biz_1', [missing]);
  clock.advance(10 * 60_000);
  profiles.want('biz_1', [missing]);
  await expect.poll(() => kept.saved.flat(), soon).toHaveLength(10);
});

it('goes on after the database was away', async () => {
  membersOf(whop, 1);
  kept.failures.push(failure('unavailable'), failure('unavailable'));
  profiles.want('biz_1', ['user_0']);
  await expect.poll(() => kept.saved, soon).toHaveLength(1);
  expect(waits).toEqual([5000, 10_000]);
});

it('does nothing without Whop, and nothing more once closed', async () => {
  membersOf(whop, 1);
  const without = new Profiles({ functions: kept, whop: undefined, now: clock.now, log: log.log });
  without.want('biz_1', ['user_0']);
  profiles.want('biz_1', ['user_0']);
  profiles.close();
  profiles.want('biz_1', ['user_1']);
  await new Promise(setImmediate);
  expect([kept.looked, kept.saved]).toEqual([[['user_0']], []]);
});

it('lets go of what is on its way when it is closed', async () => {
  membersOf(whop, 1);
  whop.fail(retrieve, { delayMs: 60_000 });
  const client = clientOf(whop, { timeoutMs: 60_000 });
  let ended: unknown;
  const watched = {
    getProfile: async (...asked: Parameters<typeof client.getProfile>) =>
      client.getProfile(...asked).finally(() => (ended = asked[0].userId)),
  };
  profiles = new Profiles({ functions: kept, whop: watched, now: clock.now, log: log.log });
  profiles.want('biz_1', ['user_0']);
  await expect.poll(() => kept.looked, soon).toHaveLength(1);
  profiles.close();
  await expect.poll(() => ended, soon).toBe('user_0');
  expect([kept.saved, log.lines]).toEqual([[], []]);
});
