import { expect, test } from 'vitest';
import { Touches } from '../../src/pipeline/touch.ts';
import { createGate, createMemoryLog, failure, settle } from './support.ts';

type Sent = { communityId: string; userId: string; at: string }[];

function create(send: (touches: Sent) => Promise<number> = async (touches) => touches.length) {
  const calls: Sent[] = [];
  const timers: { callback: () => void; ms: number }[] = [];
  const { log, lines } = createMemoryLog();
  const touches = new Touches({
    log,
    database: {
      touchMembers: (sent) => {
        calls.push(sent);
        return send(sent);
      },
    },
    schedule: (callback, ms) => timers.push({ callback, ms }),
  });
  return { touches, calls, timers, lines };
}

const at = (second: number) => new Date(Date.UTC(2026, 10, 20, 18, 4, second));
const touch = (userId: string, second: number) => ({ communityId: 'biz_1', userId, at: at(second) });
const sent = (userId: string, second: number) => ({
  communityId: 'biz_1',
  userId,
  at: at(second).toISOString(),
});

test('the latest time of each member is sent once, when the timer says so', async () => {
  const { touches, calls, timers } = create();
  touches.add([touch('user_1', 5), touch('user_2', 1)]);
  touches.add([touch('user_1', 9)]);
  touches.add([touch('user_1', 7)]);
  expect(timers.map(({ ms }) => ms)).toEqual([5000]);
  expect(calls).toEqual([]);
  timers[0]?.callback();
  await settle();
  expect(calls).toEqual([[sent('user_1', 9), sent('user_2', 1)]]);
});

test('the next touch after that waits for a timer of its own', async () => {
  const { touches, calls, timers } = create();
  touches.add([touch('user_1', 1)]);
  timers[0]?.callback();
  touches.add([touch('user_1', 2)]);
  expect(timers).toHaveLength(2);
  timers[1]?.callback();
  await settle();
  expect(calls.at(-1)).toEqual([sent('user_1', 2)]);
});

test('members of two communities are two, whatever their ids', async () => {
  const { touches, calls } = create();
  touches.add([
    { communityId: 'a:b', userId: 'c', at: at(1) },
    { communityId: 'a', userId: 'b:c', at: at(2) },
  ]);
  await touches.flush();
  expect(calls.flat()).toHaveLength(2);
});

test('flush sends at once, waits for a sending under way, and asks nothing when there is nothing', async () => {
  const gate = createGate<number>();
  const { touches, calls, timers } = create(() => gate.passed);
  touches.add([touch('user_1', 1)]);
  timers[0]?.callback();
  let flushed = false;
  const flushing = touches.flush().then(() => (flushed = true));
  await settle();
  expect([calls.length, flushed]).toEqual([1, false]);
  gate.open(1);
  await flushing;
  expect(calls).toHaveLength(1);
});

test('nothing added sets no timer', () => {
  const { touches, timers } = create();
  touches.add([]);
  expect(timers).toEqual([]);
});

test('a thousand members go in one call', async () => {
  const { touches, calls } = create();
  touches.add(Array.from({ length: 2500 }, (_, index) => touch(`user_${index}`, 1)));
  await touches.flush();
  expect(calls.map((call) => call.length)).toEqual([1000, 1000, 500]);
});

test('a failure is logged and lost, and the next flush works', async () => {
  let down = true;
  const { touches, calls, lines } = create(async () => {
    if (down) throw failure('unavailable');
    return 1;
  });
  touches.add([touch('user_1', 1)]);
  await touches.flush();
  expect(lines).toMatchObject([{ level: 40, members: 1, msg: 'last_active could not be moved' }]);
  down = false;
  touches.add([touch('user_2', 1)]);
  await touches.flush();
  expect(calls.at(-1)).toEqual([sent('user_2', 1)]);
});
