import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isolatePoison } from '../../src/pipeline/isolate-poison.ts';
import { failure } from './support.ts';

/** A database that commits all or nothing of a call, and refuses a call that holds poison. */
function createStore(poison: Set<number>, downFromCall = Infinity) {
  const committed: number[] = [];
  let calls = 0;
  const commit = async (items: number[]): Promise<string[]> => {
    calls += 1;
    if (calls >= downFromCall) throw failure('unavailable');
    if (items.some((item) => poison.has(item))) throw failure('poison');
    committed.push(...items);
    return items.map((item) => `done ${item}`);
  };
  return { commit, committed, calls: () => calls };
}

const batches = fc
  .integer({ min: 1, max: 200 })
  .map((size) => Array.from({ length: size }, (_, index) => index))
  .chain((items) => fc.record({ items: fc.constant(items), poison: fc.subarray(items) }));

describe('isolating poison', () => {
  test('any subset of poison fails alone and everything else is committed exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(batches, async ({ items, poison }) => {
        const bad = new Set(poison);
        const store = createStore(bad);
        const results = await isolatePoison(items, store.commit);
        expect(store.committed).toEqual(items.filter((item) => !bad.has(item)));
        expect(results).toEqual(
          items.map((item) =>
            bad.has(item)
              ? { status: 'rejected', reason: failure('poison') }
              : { status: 'fulfilled', value: `done ${item}` },
          ),
        );
      }),
    );
  });

  test('takes one call without poison, and a logarithm of the batch for one poison', async () => {
    const items = Array.from({ length: 200 }, (_, index) => index);
    const clean = createStore(new Set());
    await isolatePoison(items, clean.commit);
    expect(clean.calls()).toBe(1);
    const one = createStore(new Set([77]));
    await isolatePoison(items, one.commit);
    expect(one.calls()).toBeLessThanOrEqual(1 + 2 * Math.ceil(Math.log2(200)));
  });

  test('when the database goes away, what is committed stays so and nothing more is asked', async () => {
    await fc.assert(
      fc.asyncProperty(batches, fc.integer({ min: 1, max: 400 }), async ({ items, poison }, downFromCall) => {
        const store = createStore(new Set(poison), downFromCall);
        const results = await isolatePoison(items, store.commit);
        const said = items.filter((_, index) => results[index]?.status === 'fulfilled');
        expect(results).toHaveLength(items.length);
        expect(said).toEqual(store.committed);
        expect(store.calls()).toBeLessThanOrEqual(downFromCall);
      }),
    );
  });

  test('nothing is not committed at all', async () => {
    const store = createStore(new Set());
    expect(await isolatePoison([], store.commit)).toEqual([]);
    expect(store.calls()).toBe(0);
  });
});
