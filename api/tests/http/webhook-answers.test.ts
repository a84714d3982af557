import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RankCard } from '@wee5/contract';
import { changed, fixture } from '../support/fixtures.ts';
import { sign } from '../support/sign.ts';
import {
  ana,
  communityId,
  payloadTime,
  secret,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ environment: { WHOP_WEBHOOK_SECRET: `ws_rotated,${secret}` } });
});
afterEach(() => server.stop());

const message = fixture('chat-message');
const signed = sign(message, secret, payloadTime);

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
  const several = `v1,AAAA v2,BBBB ${signed['webhook-signature']}`;
  expect((await server.answerTo(message, { 'webhook-signature': several })).body.status).toBe('duplicate');
});

it.each([
  ['an unknown event', changed('chat-message', { type: 'company.renamed' })],
  ['another api version', changed('chat-message', { api_version: 'v5' })],
])('ignores %s', async (_what, body) => {
  expect(await server.answerTo(body)).toMatchObject({
    status: 200,
    body: { status: 'ignored', reason: expect.any(String) as string },
  });
});

it.each([
  ['an unknown shape of a known event', changed('chat-message', { 'data.message': 'hello' })],
  ['an event without a community', changed('chat-message', { company_id: undefined })],
  [
    'an event from the future',
    changed('chat-message', { 'data.message.created_at': '2026-11-20T18:12:00.000Z' }),
  ],
  ['an id that Postgres cannot hold', changed('chat-message', { 'data.message.user.id': 'a\0b' })],
])('quarantines %s', async (_what, body) => {
  expect(await server.answerTo(body)).toMatchObject({ status: 200, body: { status: 'quarantined' } });
  expect(await xpOfAna()).toBe(0);
});

const at = (seconds: number): Date => new Date(payloadTime.getTime() + seconds * 1000);
it.each([
  ['a wrong signature', message, { 'webhook-signature': `v1,${'A'.repeat(43)}=` }, 'invalid-signature'],
  ['a changed body', message.replace('Ana', 'Eve'), signed, 'invalid-signature'],
  ['a body encoded anew', JSON.stringify(JSON.parse(message)), signed, 'invalid-signature'],
  ['an unknown secret', message, sign(message, 'ws_other', payloadTime), 'invalid-signature'],
  ['a timestamp of 301 seconds ago', message, sign(message, secret, at(-301)), 'stale-timestamp'],
  ['a timestamp 301 seconds ahead', message, sign(message, secret, at(301)), 'stale-timestamp'],
  ['a missing id', message, { 'webhook-id': '' }, 'missing-header'],
  ['a missing timestamp', message, { 'webhook-timestamp': '' }, 'missing-header'],
  ['a missing signature', message, { 'webhook-signature': '' }, 'missing-header'],
  ['a well signed body that is no JSON', '{"id":', sign('{"id":', secret, payloadTime), 'malformed-body'],
  ['a well signed empty body', '', sign('', secret, payloadTime), 'malformed-body'],
])('refuses %s, and does nothing', async (_what, body, headers, code) => {
  const answer = await server.answerTo(body, { ...headers });
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
  const answer = await server.answerTo(changed('chat-message', { 'data.message.user.name': name }));
  expect(answer).toMatchObject({ status: 200, body: { status: 'accepted', awards: 1 } });
  expect(await xpOfAna()).toBe(15);
});
