import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WhopPayloads } from '../../dev/whop-payloads.ts';
import { WhopSimulator } from '../../dev/whop-simulator/whop-simulator.ts';
import { listen } from '../../src/listen.ts';
import { createClock } from '../pipeline/support.ts';
import { seeded } from '../races/deliveries.ts';

const author = { id: 'user_ana', username: 'anad', name: 'Ana', eagerness: 1, history: 0 };
const payloads = new WhopPayloads('biz_1');

let whop: WhopSimulator;
let receiver: Server;
let url: string;
/** What arrived: id, body, headers. */
let arrived: { id: string; body: string; headers: Record<string, string> }[];
/** What the receiver answers, in turn; 200 when there is nothing left. */
let statuses: number[];

beforeEach(async () => {
  [arrived, statuses] = [[], []];
  receiver = createServer((request, response) => void receive(request, response));
  url = await listen(receiver, { host: '127.0.0.1', port: 0 });
  whop = await WhopSimulator.start();
});
afterEach(async () => {
  await whop.stop();
  receiver.close();
});

it('signs what the Standard Webhooks library verifies', async () => {
  await whop.addWebhook({ url }).send(message(1));
  const library = new StandardWebhook(btoa(whop.webhookSecret));
  const { body, headers } = arrived[0] ?? { body: '', headers: {} };
  expect(library.verify(body, headers)).toMatchObject({ type: 'chat.message.created' });
});

it('tries three times more and then gives up, with one id all along and a record of each attempt', async () => {
  statuses = [503, 500, 429, 503];
  const webhook = whop.addWebhook({ url, retryScale: 0.0001 });
  expect(await webhook.send(message(1))).toBe(false);
  expect(arrived.map(({ id }) => id)).toEqual(Array.from({ length: 4 }, () => 'msg_1'));
  expect(await listed(webhook.id)).toMatchObject(
    [503, 429, 500, 503].map((response_code) => ({ response_code, request_body: { id: 'msg_1' } })),
  );
});

it('stops trying at the first 2xx', async () => {
  statuses = [503];
  const webhook = whop.addWebhook({ url, retryScale: 0.0001 });
  expect(await webhook.send(message(1))).toBe(true);
  expect(webhook.kept().map(({ success }) => success)).toEqual([false, true]);
});

it('waits 10, 20 and 40 seconds between attempts, scaled', async () => {
  statuses = [503, 503, 503, 503];
  const webhook = whop.addWebhook({ url, retryScale: 0.005 });
  await webhook.send(message(1));
  const times = webhook.kept().map(({ sentAt }) => sentAt.getTime());
  const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  // A timer may fire a millisecond early, and late by any amount.
  expect(pauses.map((pause, index) => pause >= 50 * 2 ** index - 2)).toEqual([true, true, true]);
});

it('doubles and reorders as a seed says, and loses nothing', async () => {
  const envelopes = Array.from({ length: 40 }, (_, index) => message(index));
  const disorder = { random: seeded(7), duplicateShare: 0.3, maxDelayMs: 40 };
  await whop.addWebhook({ url, disorder }).sendAll(envelopes);
  const ids = arrived.map(({ id }) => id);
  expect(new Set(ids)).toEqual(new Set(envelopes.map(({ id }) => id)));
  expect(ids.length).toBeGreaterThan(45);
  expect(ids).not.toEqual(ids.toSorted());
});

it('replays what failed in a stretch of time, once each, with the ids it had', async () => {
  const webhook = whop.addWebhook({ url, retryScale: 0 });
  await webhook.send(message(1));
  statuses = Array.from({ length: 4 }, () => 503);
  await webhook.send(message(2));
  arrived.length = 0;

  const sent_after = new Date(Date.now() - 60_000).toISOString();
  const answer = await ask(`/webhooks/${webhook.id}/replay`, { sent_after, failed_only: true });
  expect(answer).toEqual({ queued: true });
  await webhook.idle();
  expect(arrived.map(({ id }) => id)).toEqual(['msg_2']);

  await ask(`/webhooks/${webhook.id}/replay`, { sent_after, failed_only: true });
  await webhook.idle();
  expect(arrived).toHaveLength(1);

  await ask(`/webhooks/${webhook.id}/replay`, { sent_after, regenerate_ids: true });
  await webhook.idle();
  const regenerated = arrived.slice(1);
  expect(regenerated).toHaveLength(2);
  expect(regenerated.some(({ id }) => ['msg_1', 'msg_2'].includes(id))).toBe(false);
});

it('replays one delivery and says what the endpoint answered', async () => {
  const webhook = whop.addWebhook({ url });
  await webhook.send(message(1));
  const [record] = webhook.kept();
  statuses = [418];
  const path = `/webhooks/${webhook.id}/deliveries/${record?.id}/replay`;
  expect(await ask(path, {})).toEqual({ status: 418, body: '{}', success: false });
  expect(webhook.kept().at(-1)).toMatchObject({ replayedFrom: record?.id, envelope: { id: 'msg_1' } });
});

it('lists the most recent first, page by page', async () => {
  const webhook = whop.addWebhook({ url });
  for (let index = 0; index < 5; index += 1) await webhook.send(message(index));
  const first = await page(`/webhooks/${webhook.id}/deliveries?first=3`);
  const after = String(first.page_info['end_cursor']);
  const second = await page(`/webhooks/${webhook.id}/deliveries?first=3&after=${after}`);
  const ids = [...first.data, ...second.data].map((entry) => (entry['request_body'] as { id: string }).id);
  expect(ids).toEqual(['msg_4', 'msg_3', 'msg_2', 'msg_1', 'msg_0']);
  expect([first, second].map(({ page_info }) => page_info['has_next_page'])).toEqual([true, false]);
});

it('forgets deliveries after 30 days', async () => {
  await whop.stop();
  const clock = createClock();
  whop = await WhopSimulator.start({ now: clock.now });
  const webhook = whop.addWebhook({ url });
  await webhook.send(message(1));
  clock.advance(30 * 24 * 3_600_000 - 1);
  expect(await listed(webhook.id)).toHaveLength(1);
  clock.advance(1);
  expect(await listed(webhook.id)).toEqual([]);
});

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = request.headers as Record<string, string>;
  arrived.push({ id: headers['webhook-id'] ?? '', body: await text(request), headers });
  response.writeHead(statuses.shift() ?? 200).end('{}');
}

function message(index: number) {
  const sent = { id: `post_${index}`, author, at: new Date(), content: 'Hello' };
  return { ...payloads.message(sent), id: `msg_${index}` };
}

interface Page {
  data: Record<string, unknown>[];
  page_info: Record<string, unknown>;
}

async function listed(webhookId: string): Promise<Page['data']> {
  return (await page(`/webhooks/${webhookId}/deliveries?first=50`)).data;
}

async function page(path: string): Promise<Page> {
  return (await ask(path)) as Page;
}

async function ask(path: string, body?: Record<string, unknown>): Promise<unknown> {
  const headers = { authorization: `Bearer ${whop.environment['WHOP_API_KEY']}` };
  const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers };
  return (await fetch(`${whop.apiUrl}${path}`, init)).json();
}
