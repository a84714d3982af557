import { expect, test } from 'vitest';
import { Batcher } from '../../src/pipeline/batcher.ts';
import { createGate, settle } from './support.ts';

/** A batch function whose calls are seen and ended by hand; each item answers with itself, tenfold. */
function createRun() {
  const calls: { items: number[]; finish: () => void; fail: (error: unknown) => void }[] = [];
  let inFlight = 0;
  let most = 0;
  const run = async (items: number[]): Promise<PromiseSettledResult<number>[]> => {
    const gate = createGate();
    calls.push({ items, finish: gate.open, fail: gate.fail });
    most = Math.max(most, (inFlight += 1));
    await gate.passed.finally(() => (inFlight -= 1));
    return items.map((item) =>
      item < 0
        ? { status: 'rejected', reason: new Error(`no ${item}`) }
        : { status: 'fulfilled', value: item * 10 },
    );
  };
  return { run, calls, mostInFlight: () => most };
}

test('an idle batcher commits a lone item at once, before the caller goes on', async () => {
  const { run, calls } = createRun();
  const batcher = new Batcher(run);
  const first = batcher.add(1);
  expect(calls.map(({ items }) => items)).toEqual([[1]]);
  calls[0]?.finish();
  expect(await first).toBe(10);
  await batcher.drain();
  const later = batcher.add(2);
  expect(calls).toHaveLength(2);
  calls[1]?.finish();
  expect(await later).toBe(20);
});

test('what arrives while a call is in flight is the next batch, in order', async () => {
  const { run, calls, mostInFlight } = createRun();
  const batcher = new Batcher(run);
  const results = [1, 2, 3, 4].map((item) => batcher.add(item));
  await settle();
  expect(calls.map(({ items }) => items)).toEqual([[1]]);
  calls[0]?.finish();
  await settle();
  expect(calls.map(({ items }) => items)).toEqual([[1], [2, 3, 4]]);
  calls[1]?.finish();
  expect(await Promise.all(results)).toEqual([10, 20, 30, 40]);
  expect(mostInFlight()).toBe(1);
});

test('a batch has at most 200 items, and the rest follows', async () => {
  const { run, calls, mostInFlight } = createRun();
  const batcher = new Batcher(run);
  const results = Promise.all(Array.from({ length: 450 }, (_, item) => batcher.add(item)));
  for (let call = 0; call < 4; call += 1) {
    calls[call]?.finish();
    await settle();
  }
  expect(calls.map(({ items }) => items.length)).toEqual([1, 200, 200, 49]);
  expect(await results).toEqual(Array.from({ length: 450 }, (_, item) => item * 10));
  expect(mostInFlight()).toBe(1);
});

test('an item that is refused rejects alone', async () => {
  const { run, calls } = createRun();
  const batcher = new Batcher(run);
  const results = Promise.allSettled([1, 2, -3, 4].map((item) => batcher.add(item)));
  calls[0]?.finish();
  await settle();
  calls[1]?.finish();
  expect((await results).map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
});

test('a call that throws rejects its own items and no later ones', async () => {
  const { run, calls } = createRun();
  const batcher = new Batcher(run);
  const results = Promise.allSettled([1, 2].map((item) => batcher.add(item)));
  calls[0]?.fail(new Error('lost'));
  await settle();
  calls[1]?.finish();
  expect(await results).toEqual([
    { status: 'rejected', reason: new Error('lost') },
    { status: 'fulfilled', value: 20 },
  ]);
});

test('an item the call says nothing about is rejected, not left waiting', async () => {
  const batcher = new Batcher<number, number>(async () => []);
  await expect(batcher.add(1)).rejects.toThrow('fewer results');
});

test('too many waiting items are refused with a time to come back, and those accepted still commit', async () => {
  const { run, calls } = createRun();
  const batcher = new Batcher(run, { maxWaiting: 2 });
  const accepted = Promise.all([1, 2, 3].map((item) => batcher.add(item)));
  await expect(batcher.add(4)).rejects.toMatchObject({
    code: 'storage-unavailable',
    retryAfterSeconds: expect.any(Number) as number,
  });
  calls[0]?.finish();
  await settle();
  const again = batcher.add(5);
  calls[1]?.finish();
  await settle();
  calls[2]?.finish();
  expect(await accepted).toEqual([10, 20, 30]);
  expect(await again).toBe(50);
});

test('drain waits for what is in flight, what waits, and what comes meanwhile', async () => {
  const { run, calls } = createRun();
  const batcher = new Batcher(run);
  const order: string[] = [];
  void batcher.add(1).then(() => order.push('one'));
  void batcher.add(2).then(() => order.push('two'));
  const drained = batcher.drain().then(() => order.push('drained'));
  calls[0]?.finish();
  await settle();
  void batcher.add(3).then(() => order.push('three'));
  calls[1]?.finish();
  await settle();
  expect(order).toEqual(['one', 'two']);
  calls[2]?.finish();
  await drained;
  expect(order).toEqual(['one', 'two', 'three', 'drained']);
});

test('drain of an idle batcher returns at once, also after a failure', async () => {
  const batcher = new Batcher<number, number>(() => Promise.reject(new Error('lost')));
  await batcher.drain();
  await expect(batcher.add(1)).rejects.toThrow('lost');
  await batcher.drain();
});
