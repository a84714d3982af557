import { sessionSchema, type RankCard, type Session } from '@wee5/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WhopError } from '../../src/whop/port.ts';
import { changed } from '../support/fixtures.ts';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';
import { payloadTime } from '../support/test-server.ts';

let now = payloadTime;
let server: IdentityServer;
let biz = '';
let tests = 0;
beforeAll(async () => {
  server = await startIdentityServer({ now: () => now });
});
afterAll(() => server.stop());
beforeEach(() => {
  now = payloadTime;
  // Each test has a community of its own, which nothing has been heard of.
  biz = `biz_${(tests += 1)}`;
  server.whop.failure = undefined;
  server.whop.calls.length = 0;
  server.whop.companies.set(`exp_${tests}`, biz);
  server.whop.owners.set(biz, 'user_owner');
  server.whop.access
    .set(`user_1@${biz}`, 'customer')
    .set(`user_team@${biz}`, 'admin')
    .set(`user_owner@${biz}`, 'admin');
});

function post(body: unknown, headers: Record<string, string>) {
  return server.read<Session>('/api/v1/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const insideWhop = async (userId: string, body: object) => post(body, await server.insideWhop(userId));
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const communityExists = async () => (await server.context.functions.getCommunity(biz)) !== null;

describe('inside Whop', () => {
  it('makes a member of whoever opens an experience, and a community of its company', async () => {
    const { status, headers, body } = await insideWhop('user_1', { experienceId: `exp_${tests}` });
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(sessionSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      expiresAt: '2026-11-20T19:06:00.000Z',
      communityId: biz,
      access: 'member',
      member: { userId: 'user_1', xp: 0, level: 0, rank: null, total: 0, progress: 0, nextLevelXp: 100 },
      live: { transport: 'sse', url: `/api/v1/communities/${biz}/live` },
    });
    const { rows } = await server.pglite.query('select visibility from communities where id = $1', [biz]);
    expect(rows).toEqual([{ visibility: 'members' }]);
  });

  it('hands out a token that reads what a webhook then changes', async () => {
    const { body: session } = await insideWhop('user_1', { communityId: biz });
    const me = `/api/v1/communities/${biz}/members/me`;
    expect((await server.read<RankCard>(me, bearer(session.token))).body.xp).toBe(0);
    await server.deliver(changed('chat-message', { company_id: biz, 'data.message.user.id': 'user_1' }));
    const { status, body } = await server.read<RankCard>(me, bearer(session.token));
    expect({ status, xp: body.xp, rank: body.rank }).toEqual({ status: 200, xp: 15, rank: 1 });
    expect((await insideWhop('user_1', { communityId: biz })).body.member).toEqual(body);
    now = new Date(now.getTime() + 3606_000);
    expect(await server.read(me, bearer(session.token))).toMatchObject({ status: 401 });
  });

  it.each([
    ['user_1', 'member', false],
    ['user_team', 'admin', false],
    ['user_owner', 'admin', true],
  ])('knows what %s may do: %s, owner: %o', async (userId, access, isOwner) => {
    const { body } = await insideWhop(userId, { communityId: biz });
    expect(body.access).toBe(access);
    expect(await server.context.identities.memberTokens.verify(body.token)).toMatchObject({
      access,
      isOwner,
      userId,
    });
    const keys = await server.read(`/api/v1/communities/${biz}/keys`, bearer(body.token));
    expect(keys.status).toBe(isOwner ? 200 : 403);
  });

  it('takes no admin for the owner where Whop does not tell who that is', async () => {
    server.whop.owners.set(biz, null);
    const { body } = await insideWhop('user_owner', { communityId: biz });
    expect(await server.context.identities.memberTokens.verify(body.token)).toMatchObject({ isOwner: false });
  });

  it('asks Whop once a minute about a user, however much they read and however often they come back', async () => {
    const headers = await server.insideWhop('user_1');
    for (let time = 0; time < 5; time += 1) {
      await post({ experienceId: `exp_${tests}` }, headers);
      await server.read(`/api/v1/communities/${biz}/leaderboard`, { headers });
    }
    expect(server.whop.calls).toEqual([`getExperience exp_${tests}`, `getAccess user_1 ${biz}`]);
  });

  it('refuses a user without access, and makes no community for them', async () => {
    const answer = await insideWhop('user_stranger', { experienceId: `exp_${tests}` });
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-a-member' } });
    expect(await communityExists()).toBe(false);
  });

  it.each<[string, object, string]>([
    ['nothing', {}, 'experienceId'],
    ['a product for a community', { communityId: 'prod_1' }, 'communityId'],
    ['an experience for a community', { communityId: 'exp_1' }, 'communityId'],
    ['a way out of the address', { communityId: 'biz_1/../../users/user_1' }, 'communityId'],
    ['a community for an experience', { experienceId: 'biz_1' }, 'experienceId'],
    ['a number', { communityId: 1 }, 'communityId'],
    ['a list', [], ''],
  ])('refuses %s before Whop is asked anything', async (_what, body, wrong) => {
    const answer = await insideWhop('user_1', body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    expect(answer.body.errors?.map(({ path }) => path)).toEqual([wrong]);
    expect(server.whop.calls).toEqual([]);
  });

  it('refuses an experience of another community than the one that is named', async () => {
    const answer = await insideWhop('user_1', { experienceId: `exp_${tests}`, communityId: 'biz_other' });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'experienceId' }] } });
    const both = await insideWhop('user_1', { experienceId: `exp_${tests}`, communityId: biz });
    expect(both).toMatchObject({ status: 200, body: { communityId: biz } });
  });

  it('answers an unknown experience with 404', async () => {
    const answer = await insideWhop('user_1', { experienceId: 'exp_unknown' });
    expect(answer).toMatchObject({ status: 404, body: { code: 'unknown-experience' } });
  });

  it.each(['unavailable', 'over-budget', 'refused'] as const)(
    'answers 503 while Whop is %s',
    async (kind) => {
      server.whop.failure = new WhopError(kind, 'hunter2', { retryAfterMs: 7000 });
      const answer = await insideWhop('user_1', { communityId: biz });
      expect(answer).toMatchObject({ status: 503, body: { code: 'whop-unavailable' } });
      expect(answer.headers.get('retry-after')).toBe('7');
      expect(answer.body.detail).not.toContain('hunter2');
    },
  );

  it('refuses a token of Whop’s that is not valid', async () => {
    const headers = await server.insideWhop('user_1');
    now = new Date(now.getTime() + 700_000);
    const answer = await post({ communityId: biz }, headers);
    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(answer.body.detail).toContain('has run out: reload the page');
  });
});

describe('for a creator’s server', () => {
  it('makes members of the key’s own community, and never admins', async () => {
    await server.addCommunity(biz, 'members');
    const { key } = await server.addKey(biz, 'secret');
    const wanted = { userId: 'user_5', access: 'admin', owner: true, communityId: 'biz_other' };
    const { status, body } = await post(wanted, bearer(key).headers);
    expect(status).toBe(200);
    expect(body).toMatchObject({ communityId: biz, access: 'member', member: { userId: 'user_5', xp: 0 } });
    expect(await server.context.identities.memberTokens.verify(body.token)).toMatchObject({
      communityId: biz,
      userId: 'user_5',
      access: 'member',
      isOwner: false,
    });
    expect(server.whop.calls).toEqual([]);
  });

  it.each([{}, { userId: '' }, { userId: 'a\u0000b' }, { userId: 'x'.repeat(201) }])(
    'refuses %o',
    async (body) => {
      await server.addCommunity(biz, 'public');
      const { key } = await server.addKey(biz, 'secret');
      const answer = await post(body, bearer(key).headers);
      expect(answer).toMatchObject({
        status: 400,
        body: { code: 'validation-failed', errors: [{ path: 'userId' }] },
      });
    },
  );
});

describe('in a private community', () => {
  it('is for admins alone', async () => {
    await server.addCommunity(biz, 'private');
    const { key } = await server.addKey(biz, 'secret');
    const closed = { status: 403, body: { code: 'forbidden' } };
    expect(await insideWhop('user_1', { communityId: biz })).toMatchObject(closed);
    expect(await post({ userId: 'user_team' }, bearer(key).headers)).toMatchObject(closed);
    expect(await insideWhop('user_team', { communityId: biz })).toMatchObject({ status: 200 });
  });
});

describe('for everybody else', () => {
  it('opens none', async () => {
    await server.addCommunity(biz, 'public');
    const { key } = await server.addKey(biz, 'publishable');
    const page = { 'x-wee5-key': key, origin: 'https://page.example' };
    const member = await server.member({ communityId: biz, userId: 'user_1' });
    expect(await post({ userId: 'user_1' }, {})).toMatchObject({
      status: 401,
      body: { code: 'unauthenticated' },
    });
    expect(await post({ userId: 'user_1' }, page)).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect(await post({ communityId: biz }, member)).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
  });

  it('opens one on a page of the community alone', async () => {
    await server.addCommunity(biz, 'public');
    await server.addCommunity('biz_other', 'public');
    const { key } = await server.addKey('biz_other', 'publishable');
    const headers = {
      ...(await server.insideWhop('user_1')),
      'x-wee5-key': key,
      origin: 'https://page.example',
    };
    expect(await post({ communityId: biz }, headers)).toMatchObject({
      status: 403,
      body: { code: 'not-a-member' },
    });
  });
});
