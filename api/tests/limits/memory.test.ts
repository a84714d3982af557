import { expect, test } from 'vitest';
import { MemoryLimits } from '../../src/limits/memory.ts';
import { createClock } from '../pipeline/support.ts';
import { describeLimits } from './contract.ts';

describeLimits('memory', async () => {
  const clock = createClock();
  return { store: new MemoryLimits({ now: clock.now }), now: () => clock.now().getTime() };
});

const two = { quota: 2, windowSeconds: 60 };

test('a window in memory begins anew at the full minute', async () => {
  const clock = createClock(new Date('2026-11-20T18:05:59.999Z'));
  const store = new MemoryLimits({ now: clock.now });
  for (let time = 0; time < 3; time += 1) await store.take('ip:1', two);
  expect(await store.take('ip:1', two)).toMatchObject({ allowed: false });
  clock.advance(1);
  const resetAt = new Date('2026-11-20T18:07:00.000Z').getTime();
  expect(await store.take('ip:1', two)).toEqual({ allowed: true, remaining: 1, resetAt });
});

test('a clock that was set back does not stretch a window', async () => {
  const clock = createClock();
  const store = new MemoryLimits({ now: clock.now });
  for (let time = 0; time < 3; time += 1) await store.take('ip:1', two);
  clock.advance(-3_600_000);
  expect(await store.take('ip:1', two)).toMatchObject({ allowed: true });
});

test('past its limit, memory forgets the subjects it saw first', async () => {
  const store = new MemoryLimits({ now: createClock().now, mostSubjects: 2 });
  for (const subject of ['ip:1', 'ip:2', 'ip:3']) await store.take(subject, two);
  expect(await store.take('ip:3', two)).toMatchObject({ remaining: 0 });
  expect(await store.take('ip:1', two)).toMatchObject({ remaining: 1 });
});
