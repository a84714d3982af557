import { adjustedXpSchema, type AdjustedXp } from '@wee5/contract';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { send } from '../support/creator-requests.ts';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';

const MOST = Number.MAX_SAFE_INTEGER;
let server: IdentityServer;
let communityId = '';
let creator: Record<string, string>;
let tests = 0;
beforeAll(async () => {
  server = await startIdentityServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  communityId = `biz_${(tests += 1)}`;
  await server.addCommunity(communityId, 'public');
  creator = await server.member({ communityId, userId: 'user_boss', access: 'admin' });
});

/** `Body` is what a success holds; `object` where it is refused. */
const adjust = <Body = AdjustedXp>(body: unknown, userId = 'user_ana', headers = creator) =>
  send<Body>(server, {
    method: 'POST',
    path: `/api/v1/communities/${communityId}/members/${userId}/xp`,
    headers,
    body,
  });
const receipts = async () =>
  (
    await server.pglite.query<{ receipt: object }>(
      'select receipt from activity_log where community_id = $1 order by booking',
      [communityId],
    )
  ).rows.map(({ receipt }) => receipt);

it('gives to whoever Whop knows, takes no more than there is, and sets', async () => {
  const given = await adjust({ amount: 110, reason: ' contest ' });
  expect(given.status).toBe(200);
  expect(adjustedXpSchema.parse(given.body)).toEqual(given.body);
  const standing = { status: 'accepted', userId: 'user_ana', xp: 110, level: 1, previousLevel: 0 };
  expect(given.body).toEqual({ ...standing, change: 110, version: 1 });
  expect((await adjust({ amount: -200, reason: 'cheating' })).body).toMatchObject({ change: -110, xp: 0 });
  expect((await adjust({ set: 300, reason: 'moved' })).body).toMatchObject({ change: 300, level: 2 });
});

it('keeps the reason and who it was', async () => {
  const { keyId, key } = await server.addKey(communityId, 'secret');
  await adjust({ amount: 1, reason: ' contest ' });
  await adjust({ amount: 1, reason: 'shop' }, 'user_ana', { authorization: `Bearer ${key}` });
  expect(await receipts()).toEqual([
    { reason: 'contest', by: 'user_boss' },
    { reason: 'shop', by: `key:${keyId}` },
  ]);
});

it('counts once per idempotency key', async () => {
  const body = { amount: 5, reason: 'contest', idempotencyKey: 'a' };
  expect((await adjust(body)).body).toMatchObject({ status: 'accepted', xp: 5 });
  expect(await adjust(body)).toMatchObject({ status: 200, body: { status: 'duplicate', change: 0, xp: 5 } });
});

it.each<[string, object, string]>([
  ['no reason', { amount: 1 }, 'reason'],
  ['an empty reason', { set: 1, reason: ' ' }, 'reason'],
  ['nothing to do', { amount: 0, reason: 'x' }, 'amount'],
  ['half a point', { amount: 0.5, reason: 'x' }, 'amount'],
  ['less than nothing', { set: -1, reason: 'x' }, 'set'],
  ['more than a number holds', { set: MOST + 1, reason: 'x' }, 'set'],
  ['more than a number holds', { amount: MOST + 1, reason: 'x' }, 'amount'],
  ['both', { amount: 1, set: 1, reason: 'x' }, 'amount'],
  ['neither', { reason: 'x' }, 'amount'],
  ['a reason no database holds', { amount: 1, reason: 'a\0' }, 'reason'],
])('refuses %s', async (_what, body, path) => {
  const answer = await adjust<object>(body);
  expect(answer).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
  expect(answer.body.errors?.[0]?.path).toBe(path);
  expect(await receipts()).toEqual([]);
});

it('refuses more than the total has room for, and says how much it has', async () => {
  await adjust({ set: MOST - 7, reason: 'rich' });
  const answer = await adjust<object>({ amount: 8, reason: 'richer' });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'amount' }] } });
  expect(answer.body.detail).toContain('at most 7');
  expect(await adjust({ amount: 7, reason: 'richest' })).toMatchObject({ body: { xp: MOST } });
  expect((await adjust({ set: MOST, reason: 'as is' })).body).toMatchObject({ change: 0 });
});

it('takes no `me`, who would come into being, and no id that is none', async () => {
  for (const userId of ['me', '%00', 'x'.repeat(201)]) {
    const answer = await adjust<object>({ amount: 1, reason: 'x' }, userId);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'userId' }] } });
  }
  expect(await receipts()).toEqual([]);
});
