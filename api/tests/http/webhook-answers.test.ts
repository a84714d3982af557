import type { RankCard } from '@wee5/contract';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { changed } from '../support/fixtures.ts';
import { sign } from '../support/sign.ts';
import { ana, payloadTime, secret, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ environment: { WHOP_WEBHOOK_SECRET: `ws_rotated,${secret}` } });
});
afterAll(() => server.stop());

/** Each test has a community of its own, where Ana says one thing. */
let communityId = '';
let message = '';
let tests = 0;
beforeEach(() => {
  communityId = `biz_${(tests += 1)}`;
  message = messageWith({});
});

function messageWith(changes: Record<string, unknown>): string {
  return changed('chat-message', { company_id: communityId, ...changes });
}

async function xpOfAna(): Promise<number> {
  const { status, body } = await server.read<RankCard>(`/api/v1/communities/${communityId}/members/${ana}`);
  return status === 404 ? 0 : body.xp;
}

it('accepts an activity once, and calls its redelivery a duplicate', async () => {
  const first = await server.answerTo(message);
  expect(first).toMatchObject({ status: 200, body: { status: 'accepted', awards: 1 } });
  expect(first.headers.get('content-type')).toBe('application/json');
  expect(await server.answerTo(message)).toMatchObject({ status: 200, body: { status: 'duplicate' } });
  expect(await xpOfAna()).toBe(15);
});

it('accepts one of fifty equal deliveries that arrive at once', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => server.answerTo(message)));
  const statuses = answers.map(({ body }) => String(body.status)).toSorted();
  expect(statuses).toEqual(['accepted', ...Array.from({ length: 49 }, () => 'duplicate')]);
  expect(await xpOfAna()).toBe(15);
});

it('takes any of its secrets, and one good signature among others', async () => {
  const rotated = sign(message, 'ws_rotated', payloadTime)['webhook-signature'];
  expect((await server.answerTo(message, { 'webhook-signature': rotated })).body.status).toBe('accepted');
  const several = `v1,AAAA v2,BBBB ${sign(message, secret, payloadTime)['webhook-signature']}`;
  expect((await server.answerTo(message, { 'webhook-signature': several })).body.status).toBe('duplicate');
});

it.each([
  ['an unknown event', { type: 'company.renamed' }],
  ['another api version', { api_version: 'v5' }],
])('ignores %s', async (_what, changes) => {
  const answer = await server.answerTo(messageWith(changes));
  const reason = expect.any(String) as string;
  expect(answer).toMatchObject({ status: 200, body: { status: 'ignored', reason } });
});

it.each([
  ['an unknown shape of a known event', { 'data.message': 'hello' }],
  ['an event without a community', { company_id: undefined }],
  ['an event from the future', { 'data.message.created_at': '2026-11-20T18:12:00.000Z' }],
  ['an id that Postgres cannot hold', { 'data.message.user.id': 'a\0b' }],
])('quarantines %s', async (_what, changes) => {
  const answer = await server.answerTo(messageWith(changes));
  expect(answer).toMatchObject({ status: 200, body: { status: 'quarantined' } });
  expect(await xpOfAna()).toBe(0);
});

const at = (seconds: number): Date => new Date(payloadTime.getTime() + seconds * 1000);
const correct = (body: string) => sign(body, secret, payloadTime);

/** `[what is wrong, the headers for the message, what is sent instead of it, the code of the answer]` */
const refusals: [string, (body: string) => object, (body: string) => string, string][] = [
  ['a wrong signature', () => ({ 'webhook-signature': `v1,${'A'.repeat(43)}=` }), same, 'invalid-signature'],
  ['a changed body', correct, (body) => body.replace('Ana', 'Eve'), 'invalid-signature'],
  ['a body encoded anew', correct, (body) => JSON.stringify(JSON.parse(body), null, 1), 'invalid-signature'],
  ['an unknown secret', (body) => sign(body, 'ws_other', payloadTime), same, 'invalid-signature'],
  ['a timestamp of 301 seconds ago', (body) => sign(body, secret, at(-301)), same, 'stale-timestamp'],
  ['a timestamp 301 seconds ahead', (body) => sign(body, secret, at(301)), same, 'stale-timestamp'],
  ['a missing id', () => ({ 'webhook-id': '' }), same, 'missing-header'],
  ['a missing timestamp', () => ({ 'webhook-timestamp': '' }), same, 'missing-header'],
  ['a missing signature', () => ({ 'webhook-signature': '' }), same, 'missing-header'],
  ['a well signed body that is no JSON', () => correct('{"id":'), () => '{"id":', 'malformed-body'],
  ['a well signed empty body', () => correct(''), () => '', 'malformed-body'],
];

it.each(refusals)('refuses %s, and does nothing', async (_what, headers, toBody, code) => {
  const answer = await server.answerTo(toBody(message), { ...headers(message) });
  expect(answer).toMatchObject({ status: 400, body: { code, status: 400 } });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.body.requestId).toBe(answer.headers.get('x-request-id'));
  expect(await xpOfAna()).toBe(0);
});

it.each([-299, 299])('takes a timestamp %i seconds from now', async (seconds) => {
  const answer = await server.answerTo(message, { ...sign(message, secret, at(seconds)) });
  expect(answer.body.status).toBe('accepted');
});

it.each([
  ['emoji', '🎉 Ana 👩‍👩‍👧'],
  ['right-to-left text', 'آنا‮ abc'],
  ['markup', '<script>alert(1)</script>'],
  ['10 000 characters', 'x'.repeat(10_000)],
])('gives XP to a member whose name holds %s', async (_what, name) => {
  const answer = await server.answerTo(messageWith({ 'data.message.user.name': name }));
  expect(answer).toMatchObject({ status: 200, body: { status: 'accepted', awards: 1 } });
  expect(await xpOfAna()).toBe(15);
});

it('gives XP for 10 000 characters, and for none', async () => {
  await server.answerTo(messageWith({ 'data.message.content': '🎉'.repeat(10_000) }));
  expect(await xpOfAna()).toBe(15);
  const reply = { 'data.message.id': 'post_2', 'data.message.replying_to_message_id': 'post_1' };
  await server.answerTo(
    messageWith({ ...reply, 'data.message.content': null, 'data.message.message_type': undefined }),
  );
  expect(await xpOfAna()).toBe(35);
});

function same(body: string): string {
  return body;
}
