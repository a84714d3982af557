import { expect, test } from 'vitest';
import { Attempt } from '../src/attempt.ts';
import { createGate, createMemoryLog, settle } from './pipeline/support.ts';

function create() {
  const { log, lines } = createMemoryLog();
  let time = 0;
  let failures = 0;
  const attempt = new Attempt({
    what: 'asking',
    log,
    patienceMs: 150,
    elapsed: () => time,
    onFailure: () => (failures += 1),
  });
  let tries = 0;
  const fail = () => ((tries += 1), Promise.reject(new Error('connection refused')));
  const answer = async () => ((tries += 1), 'answer');
  return {
    attempt,
    lines,
    fail,
    answer,
    advance: (ms: number) => (time += ms),
    tries: () => tries,
    failures: () => failures,
  };
}

test('gives what the work gives', async () => {
  const { attempt, answer, lines } = create();
  expect(await attempt.run(answer)).toBe('answer');
  expect([attempt.failing, lines]).toEqual([false, []]);
});

test('leaves what failed alone for a pause, so that nobody waits for it', async () => {
  const { attempt, fail, answer, advance, tries } = create();
  expect(await attempt.run(fail)).toBeUndefined();
  advance(249);
  expect(await attempt.run(answer)).toBeUndefined();
  expect([tries(), attempt.failing]).toEqual([1, true]);
});

test('finds out in the background whether it works again, one try at a time', async () => {
  const { attempt, fail, advance, tries } = create();
  await attempt.run(fail);
  advance(250);
  const gate = createGate<string>();
  let probes = 0;
  const slow = () => ((probes += 1), gate.passed);
  expect(await Promise.all([attempt.run(slow), attempt.run(slow)])).toEqual([undefined, undefined]);
  expect([probes, tries(), attempt.failing]).toEqual([1, 1, true]);
  gate.open('late');
  await settle();
  expect(attempt.failing).toBe(false);
  expect(await attempt.run(async () => 'answer')).toBe('answer');
});

test('waits longer after every try that failed, up to 5 s, and briefly again once it has worked', async () => {
  const { attempt, fail, answer, advance, tries } = create();
  await attempt.run(fail);
  for (const pause of [250, 500, 1000, 2000, 4000, 5000, 5000]) {
    const before = tries();
    advance(pause - 1);
    await attempt.run(fail);
    expect(tries(), `within ${pause} ms`).toBe(before);
    advance(1);
    await attempt.run(fail);
    await settle();
    expect(tries(), `after ${pause} ms`).toBe(before + 1);
  }
  advance(5000);
  await attempt.run(answer);
  await settle();
  await attempt.run(fail);
  const before = tries();
  advance(250);
  await attempt.run(fail);
  expect(tries()).toBe(before + 1);
});

test('takes many tries that fail together for one failure', async () => {
  const { attempt, fail, advance, tries, lines, failures } = create();
  await Promise.all(Array.from({ length: 20 }, () => attempt.run(fail)));
  expect([failures(), lines.length]).toEqual([20, 1]);
  advance(250);
  await attempt.run(fail);
  expect(tries()).toBe(21);
});

test('tells of the first failure and of the end, once each', async () => {
  const { attempt, fail, answer, advance, lines } = create();
  for (let time = 0; time < 5; time += 1) {
    await attempt.run(fail);
    advance(5000);
  }
  await attempt.run(answer);
  await settle();
  await attempt.run(answer);
  expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
    [40, 'asking fails; going on without'],
    [30, 'asking works again'],
  ]);
});

test('does not wait for what hangs longer than its patience', async () => {
  const { attempt } = create();
  expect(await attempt.run(() => new Promise<never>(() => undefined))).toBeUndefined();
  expect(attempt.failing).toBe(true);
});

test('takes a throw for a failure', async () => {
  const { attempt } = create();
  const work = (): Promise<never> => {
    throw new Error('broken client');
  };
  expect(await attempt.run(work)).toBeUndefined();
  expect(attempt.failing).toBe(true);
});
