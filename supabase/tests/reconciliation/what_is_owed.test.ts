import { beforeEach, afterEach, describe, expect, test } from 'vitest';
import { functions, rows, run } from '../support/index.ts';

// There is one row for the whole deployment, so every test works in a transaction of its own.
beforeEach(async () => {
  await run('begin');
  await run('delete from public.service_state');
});
afterEach(() => run('rollback'));

const at = (time: string): string => `2026-11-20T${time}.000Z`;
const owedSince = async (time: string) => (await functions.keepServiceAlive(at(time))).owedSince;
const claim = (time: string) => functions.claimReconciliation(at(time), 900);
const finish = (startedAt: string, complete = true) =>
  functions.finishReconciliation({
    startedAt: at(startedAt),
    at: at(startedAt),
    complete,
    pauseSeconds: complete ? 0 : 300,
    report: { since: at('09:58:00'), missed: 2, recovered: complete ? 2 : 1 },
  });

describe('keep_service_alive', () => {
  test('owes nothing while somebody is there', async () => {
    expect(await owedSince('10:00:00')).toBeNull();
    expect(await owedSince('10:00:10')).toBeNull();
    expect(await owedSince('10:00:40')).toBeNull();
  });

  test('owes what was missed after more than 30 seconds, and two minutes before', async () => {
    await owedSince('10:00:00');
    expect(await owedSince('10:00:31')).toBe(at('09:58:00'));
  });

  test('goes on owing from the first of two gaps', async () => {
    await owedSince('10:00:00');
    await owedSince('10:05:00');
    expect(await owedSince('10:30:00')).toBe(at('09:58:00'));
  });

  test('lets a replica whose clock is behind make no gap', async () => {
    await owedSince('10:00:00');
    await owedSince('09:59:00');
    expect(await owedSince('10:00:20')).toBeNull();
  });
});

describe('claim_reconciliation', () => {
  test('gives nothing where nothing is owed and the last one is recent', async () => {
    await owedSince('10:00:00');
    expect(await claim('10:14:59')).toBeNull();
  });

  test('gives a regular one when it is time', async () => {
    await owedSince('10:00:00');
    expect(await claim('10:15:00')).toBe(at('09:58:00'));
  });

  test('gives what is owed to one replica, and to another when the first did not finish in 15 minutes', async () => {
    await owedSince('10:00:00');
    await owedSince('10:05:00');
    expect(await claim('10:05:01')).toBe(at('09:58:00'));
    expect(await claim('10:05:02')).toBeNull();
    expect(await claim('10:20:01')).toBe(at('09:58:00'));
  });

  test('gives nothing before any replica was there', async () => {
    expect(await claim('10:00:00')).toBeNull();
  });
});

describe('finish_reconciliation', () => {
  test('settles what was owed and keeps the report', async () => {
    await owedSince('10:00:00');
    await owedSince('10:05:00');
    await claim('10:05:01');
    await finish('10:05:01');

    expect(await owedSince('10:05:10')).toBeNull();
    expect(await claim('10:05:11')).toBeNull();
    expect(await rows('select last_report from public.service_state')).toEqual([
      { last_report: { since: at('09:58:00'), missed: 2, recovered: 2 } },
    ]);
  });

  test('leaves an incomplete one owed, and free to be taken after the pause', async () => {
    await owedSince('10:00:00');
    await owedSince('10:05:00');
    await claim('10:05:01');
    await finish('10:05:01', false);

    expect(await claim('10:10:00')).toBeNull();
    expect(await claim('10:10:01')).toBe(at('09:58:00'));
  });

  test('does not settle a gap that was noticed after it began', async () => {
    await owedSince('10:00:00');
    await owedSince('10:05:00');
    await claim('10:05:01');
    await owedSince('10:08:00');
    await finish('10:05:01');

    expect(await owedSince('10:08:10')).toBe(at('10:03:01'));
  });
});
