import { afterEach, beforeEach, expect, it } from 'vitest';
import { refuse, type Answer } from '../../dev/whop-simulator/answers.ts';
import { WhopSimulator } from '../../dev/whop-simulator/whop-simulator.ts';
import { Budget } from '../../src/whop/budget.ts';
import { connectWhop } from '../../src/whop/client.ts';
import { createClock } from '../pipeline/support.ts';
import { clientOf, stateWorld } from './support.ts';

let whop: WhopSimulator;
beforeEach(async () => {
  whop = await WhopSimulator.start();
  stateWorld(whop);
});
afterEach(() => whop.stop());

const operation = 'users.checkAccess';
const ask = (client = clientOf(whop)) => client.getAccess('user_ana', 'biz_1');
const answered = (answer: Answer) => ({ answer });

it('asks once more where the connection broke or Whop was in trouble, and no more than once', async () => {
  for (const fault of [{ reset: true }, answered(refuse(503, 'internal', 'Busy.'))]) {
    whop.fail(operation, fault, 1);
    expect(await ask()).toBe('admin');
    whop.fail(operation, fault);
    const before = whop.calls.length;
    await expect(ask()).rejects.toMatchObject({ name: 'WhopError', kind: 'unavailable' });
    expect(whop.calls.length - before).toBe(2);
    whop.heal();
  }
});

it('gives up on an answer that takes too long, without asking again', async () => {
  whop.fail(operation, { delayMs: 60_000 });
  await expect(ask(clientOf(whop, { timeoutMs: 50 }))).rejects.toMatchObject({
    kind: 'unavailable',
    message: 'Whop did not answer users.checkAccess within 50 ms.',
  });
});

it('takes what it cannot read for no answer: HTML, another shape, a level it does not know', async () => {
  for (const body of ['<html>', {}, [], { has_access: true, access_level: 'emperor' }]) {
    whop.fail(operation, answered({ status: 200, body }), 1);
    await expect(ask()).rejects.toMatchObject({ kind: 'unavailable' });
  }
  expect(whop.calls).toHaveLength(4);
});

it('tells what cannot be had from what was refused, and asks neither twice', async () => {
  await expect(clientOf(whop).getExperience('exp_9')).rejects.toMatchObject({ kind: 'not-found' });
  await expect(clientOf(whop).getExperience('..')).rejects.toMatchObject({ kind: 'not-found' });
  await expect(ask(clientOf(whop, { apiKey: 'apik_wrong' }))).rejects.toMatchObject({ kind: 'refused' });
  whop.permissions.delete('company:basic:read');
  await expect(clientOf(whop).getCompany('biz_1')).rejects.toMatchObject({ kind: 'refused' });
  expect(whop.calls).toHaveLength(3);
});

it('keeps the key out of its errors, even where Whop repeats it or sends the caller elsewhere', async () => {
  const apiKey = whop.environment['WHOP_API_KEY'] ?? '';
  const elsewhere = { status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } };
  for (const answer of [refuse(401, 'unauthorized', `The key ${apiKey} is wrong.`), elsewhere]) {
    whop.fail(operation, { answer });
    const error = await ask().catch((thrown: unknown) => thrown as Error & { cause?: Error });
    const said = [error, (error as Error).cause].map((part) => `${String(part)} ${JSON.stringify(part)}`);
    expect(said.join()).not.toContain(apiKey);
    expect(error).toMatchObject({ name: 'WhopError' });
  }
});

it('rests an operation for as long as Whop asks for, and that operation alone', async () => {
  const clock = createClock();
  const client = clientOf(whop, { now: clock.now });
  whop.limit(operation, 1);
  await ask(client);
  const error = await ask(client).catch((thrown: unknown) => thrown as { retryAfterMs: number });
  expect(error).toMatchObject({ kind: 'over-budget', retryAfterMs: 60_000 });

  whop.limit(operation, 600);
  clock.advance(59_999);
  await expect(ask(client)).rejects.toMatchObject({ kind: 'over-budget', retryAfterMs: 1 });
  expect(whop.callsOf(operation)).toHaveLength(2);
  await client.getCompany('biz_1');
  clock.advance(1);
  expect(await ask(client)).toBe('admin');
});

it('waits in turn for a page that is over budget', async () => {
  const clock = createClock();
  const waits: number[] = [];
  const budget = new Budget({ now: clock.now, backgroundPerMinute: 1 });
  const wait = async (ms: number): Promise<void> => {
    waits.push(ms);
    clock.advance(ms);
  };
  const client = clientOf(whop, { now: clock.now, budget, wait });
  for (let index = 0; index < 60; index += 1) whop.addWebhook({ url: `http://127.0.0.1:1/${index}` });
  expect(await client.listWebhooks()).toHaveLength(60);
  expect(waits).toEqual([60_000]);
});

it('asks nothing without a key', () => {
  const apiUrl = whop.apiUrl;
  const now = () => new Date();
  expect(connectWhop({ appId: 'app_1', apiKey: undefined, apiUrl }, now)).toBeUndefined();
  expect(connectWhop({ appId: 'app_1', apiKey: 'apik_1', apiUrl }, now)).toBeDefined();
});
