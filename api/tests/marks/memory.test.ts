import { expect, test } from 'vitest';
import { MemoryMarks } from '../../src/marks/memory.ts';
import { createClock } from '../pipeline/support.ts';
import { describeMarks } from './contract.ts';

describeMarks('memory', async () => {
  const clock = createClock();
  return { marks: new MemoryMarks({ now: clock.now }), pass: async (ms) => clock.advance(ms) };
});

test('a mark in memory lives exactly its time', async () => {
  const clock = createClock();
  const marks = new MemoryMarks({ now: clock.now });
  await marks.write([{ id: 'a', mark: { at: 1, key: 'k' }, ttlMs: 60_000 }]);
  clock.advance(59_999);
  expect(await marks.read(['a'])).toEqual([{ at: 1, key: 'k' }]);
  clock.advance(1);
  expect(await marks.read(['a'])).toEqual([null]);
});

test('past its limit, memory drops the marks that were written longest ago', async () => {
  const marks = new MemoryMarks({ now: createClock().now, limit: 2 });
  const entry = (id: string) => ({ id, mark: { at: 1, key: id }, ttlMs: 1000 });
  await marks.write([entry('a'), entry('b')]);
  await marks.write([entry('a'), entry('c')]);
  const kept = await marks.read(['a', 'b', 'c']);
  expect(kept.map((mark) => mark?.key ?? null)).toEqual(['a', null, 'c']);
});
