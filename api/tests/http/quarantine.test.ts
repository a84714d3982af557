import { quarantineSchema, type QuarantineEvents, type ReplayAnswer } from '@wee5/contract';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { everybody, statusesOf, type Who } from '../support/everybody.ts';
import { changed } from '../support/fixtures.ts';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';
import { payloadTime } from '../support/test-server.ts';

let server: IdentityServer;
let everyone: Record<Who, Record<string, string>>;
let communityId = '';
let community = '';
let now = payloadTime;
let tests = 0;
beforeAll(async () => {
  server = await startIdentityServer({ now: () => now });
});
afterAll(() => server.stop());
beforeEach(async () => {
  communityId = `biz_quarantine_${(tests += 1)}`;
  community = `/api/v1/communities/${communityId}`;
  now = payloadTime;
  await server.addCommunity(communityId, 'public');
  everyone = await everybody(server, communityId);
});

/** A message dated ten minutes ahead: kept aside until then. */
async function deliverEarly(post: string, more: Record<string, unknown> = {}, company = communityId) {
  const body = changed('chat-message', {
    id: `msg_${company}_${post}`,
    company_id: company,
    'data.message.id': `${company}_${post}`,
    'data.message.created_at': new Date(payloadTime.getTime() + 600_000).toISOString(),
    ...more,
  });
  const answer = await server.answerTo(body);
  expect(answer.body).toEqual({ status: 'quarantined' });
}

const later = () => void (now = new Date(payloadTime.getTime() + 700_000));
const list = async (query = '') =>
  (await server.read<QuarantineEvents>(`${community}/quarantine${query}`, { headers: everyone['an admin'] }))
    .body;
const replay = (body: object = {}, who: Who = 'a server') =>
  server.read<ReplayAnswer>(`${community}/quarantine/replay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...everyone[who] },
    body: JSON.stringify(body),
  });
const xp = async () => (await server.read<{ xp: number }>(`${community}/members/user_7GhP2mWq9LsX1`)).body.xp;

it('shows what was kept aside, without the words', async () => {
  await deliverEarly('1', { 'data.message.content': 'a secret' });
  const body = await list();
  expect(quarantineSchema.parse(body)).toEqual(body);
  expect(body.events).toMatchObject([
    {
      reason: 'future-dated',
      eventType: 'chat.message.created',
      receivedAt: payloadTime.toISOString(),
      payload: { data: { message: { content: '••••••••' } } },
    },
  ]);
});

it('pages, newest first', async () => {
  for (const post of ['1', '2', '3']) {
    await deliverEarly(post);
    now = new Date(now.getTime() + 1000);
  }
  const first = await list('?limit=2');
  expect(first.events).toHaveLength(2);
  const rest = await list(`?limit=2&cursor=${first.nextCursor}`);
  expect(rest).toMatchObject({ events: [{ receivedAt: payloadTime.toISOString() }], nextCursor: null });
  const answer = await server.read(`${community}/quarantine?cursor=x`, { headers: everyone['an admin'] });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'cursor' }] } });
});

it('books what can be booked by now, and it leaves the quarantine', async () => {
  await deliverEarly('1');
  later();
  const { status, headers, body } = await replay();
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(body.replayed).toMatchObject([{ answer: { status: 'accepted', awards: 1 } }]);
  expect((await list()).events).toEqual([]);
  expect(await xp()).toBe(15);
});

it('keeps what cannot be booked yet, with the reason it has now', async () => {
  await deliverEarly('1');
  await server.pglite.query(
    `update quarantined_events set reason = 'unknown-shape' where community_id = $1`,
    [communityId],
  );
  const { body } = await replay();
  expect(body.replayed).toMatchObject([{ answer: { status: 'quarantined' } }]);
  expect((await list()).events).toMatchObject([{ reason: 'future-dated' }]);
});

it('takes the ones that are named, and only those', async () => {
  await deliverEarly('1');
  await deliverEarly('2', { 'data.message.user.id': 'user_other' });
  later();
  const [event] = (await list()).events;
  const { body } = await replay({ webhookIds: [event?.webhookId, 'msg_unknown'] });
  expect(body.replayed.map(({ webhookId }) => webhookId)).toEqual([event?.webhookId]);
  expect((await list()).events).toHaveLength(1);
});

it('pays nothing twice when two replay at once', async () => {
  await deliverEarly('1');
  later();
  const answers = await Promise.all([replay(), replay()]);
  const awards = answers.flatMap(({ body }) => body.replayed.map(({ answer }) => answer));
  expect(awards.filter((answer) => answer.status === 'accepted' && answer.awards === 1)).toHaveLength(1);
  expect(await xp()).toBe(15);
});

it.each([
  ['long enough', '👍🏽 well!', 15],
  ['too short', 'yes', 0],
])('still knows whether a message was %s', async (_, content, earned) => {
  await server.pglite.query(
    `update xp_configurations set rules = '{"sources": {"chat": {"minLength": 8}}}' where community_id = $1`,
    [communityId],
  );
  await deliverEarly('1', { 'data.message.content': content });
  later();
  await replay();
  expect(await xp()).toBe(earned);
});

it('takes nothing of another community', async () => {
  await server.addCommunity('biz_quarantine_other', 'public');
  await deliverEarly('1', {}, 'biz_quarantine_other');
  later();
  const { rows } = await server.pglite.query<{ webhook_id: string }>(
    `select webhook_id from quarantined_events where community_id = 'biz_quarantine_other'`,
  );
  const { body } = await replay({ webhookIds: rows.map(({ webhook_id }) => webhook_id) });
  expect(body.replayed).toEqual([]);
  expect((await list()).events).toEqual([]);
  expect(rows).toHaveLength(1);
});

it('is the creator’s', async () => {
  const creators = { 'an admin': 200, 'the owner': 200, 'a server': 200 };
  const others = { nobody: 401, 'a page': 403, 'a member': 403 };
  const init = { method: 'POST', body: '{}' };
  expect(await statusesOf(server, everyone, `${community}/quarantine`)).toEqual({ ...others, ...creators });
  expect(await statusesOf(server, everyone, `${community}/quarantine/replay`, init)).toEqual({
    ...others,
    ...creators,
  });
});

it.each([{ webhookIds: [] }, { webhookIds: 'all' }, { all: true }])(
  'refuses to replay %j',
  async (wanted) => {
    expect(await replay(wanted)).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
  },
);
