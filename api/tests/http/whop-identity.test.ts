import type { Community, Leaderboard, RankCard, Session } from '@wee5/contract';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { refuse } from '../../dev/whop-simulator/answers.ts';
import { WhopSimulator } from '../../dev/whop-simulator/whop-simulator.ts';
import { changed } from '../support/fixtures.ts';
import { sign } from '../support/sign.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

// Everything real between a page in Whop's frame and the database: only Whop itself is on loopback.
let now: Date;
let whop: WhopSimulator;
let server: TestServer;
beforeAll(async () => {
  now = new Date('2026-11-20T18:06:00.000Z');
  whop = await WhopSimulator.start({ now: () => now });
  const { world } = whop;
  for (const id of ['user_ana', 'user_ben', 'user_mod', 'user_eve']) world.addUser({ id });
  world.addCompany({ id: 'biz_1', title: 'Makers Guild', ownerUserId: 'user_ana' });
  world.addExperience({ id: 'exp_1', companyId: 'biz_1' });
  world.grant('user_ben', 'biz_1', 'customer');
  world.grant('user_mod', 'biz_1', 'admin');
  server = await startTestServer({ now: () => now, environment: whop.environment });
});
afterAll(async () => {
  await server.stop();
  await whop.stop();
});
beforeEach(() => {
  whop.heal();
  // What was asked for the test before is not believed any more.
  now = new Date(now.getTime() + 61_000);
});

const path = '/api/v1/communities/biz_1';
const bearer = ({ token }: Session) => ({ headers: { authorization: `Bearer ${token}` } });

async function open(userId: string, more: Partial<Parameters<WhopSimulator['signUserToken']>[0]> = {}) {
  return server.read<Session>('/api/v1/sessions', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-whop-user-token': await whop.signUserToken({ userId, ...more }),
    },
    body: JSON.stringify({ experienceId: 'exp_1' }),
  });
}

it('takes a member from Whop’s frame to their own card, moved by Whop’s webhook', async () => {
  const { status, body: session } = await open('user_ben');
  expect({ status, access: session.access, xp: session.member.xp }).toEqual({
    status: 200,
    access: 'member',
    xp: 0,
  });
  expect(await server.read(path)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  expect(await server.read<Community>(path, bearer(session))).toMatchObject({ status: 200 });

  const changes = {
    company_id: 'biz_1',
    'data.message.user.id': 'user_ben',
    'data.message.created_at': now.toISOString(),
  };
  const body = changed('chat-message', changes);
  const delivered = await server.deliver(body, { ...sign(body, whop.webhookSecret, now) });
  expect(delivered.status).toBe(200);
  expect((await server.read<RankCard>(`${path}/members/me`, bearer(session))).body).toMatchObject({
    xp: 15,
    rank: 1,
  });
  const board = await server.read<Leaderboard>(`${path}/leaderboard?around=me`, bearer(session));
  expect(board.body.me).toMatchObject({ userId: 'user_ben', rank: 1 });
});

it('knows the owner, who alone makes keys; a moderator reads as an admin', async () => {
  const [owner, moderator] = [(await open('user_ana')).body, (await open('user_mod')).body];
  expect([owner.access, moderator.access]).toEqual(['admin', 'admin']);
  const make = (session: Session) =>
    server.read<{ key: string }>(`${path}/keys`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...bearer(session).headers },
      body: JSON.stringify({ kind: 'secret' }),
    });
  expect(await make(moderator)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  const made = await make(owner);
  expect(made.status).toBe(201);

  const fromServer = await server.read<Session>('/api/v1/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${made.body.key}` },
    body: JSON.stringify({ userId: 'user_ben' }),
  });
  expect(fromServer).toMatchObject({ status: 200, body: { communityId: 'biz_1', access: 'member' } });
});

it('keeps out whoever Whop keeps out, a token for another app, and one that nobody of Whop signed', async () => {
  expect(await open('user_eve')).toMatchObject({ status: 403, body: { code: 'not-a-member' } });
  for (const wrong of [
    { appId: 'app_other' },
    { issuer: 'urn:whopcom:other' },
    { expiresInSeconds: -60 },
    { key: 'stranger' as const },
    { key: 'stranger' as const, withKid: false },
  ]) {
    expect(await open('user_ben', wrong)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  }
});

it('takes tokens that name no key, as Whop’s older ones do', async () => {
  expect(await open('user_ben', { withKid: false })).toMatchObject({ status: 200 });
});

it('asks Whop for one access a minute, however many reads come with its user token', async () => {
  const before = whop.callsOf('users.checkAccess').length;
  const headers = { 'x-whop-user-token': await whop.signUserToken({ userId: 'user_ben' }) };
  await Promise.all(Array.from({ length: 20 }, () => server.read(`${path}/leaderboard`, { headers })));
  await open('user_ben');
  expect(whop.callsOf('users.checkAccess').length - before).toBe(1);
  expect(whop.callsOf('experiences.retrieve')).toHaveLength(1);
  expect(whop.callsOf('jwks').length).toBeLessThanOrEqual(2);
});

it('says when Whop does not answer, and goes on for those who have a session', async () => {
  const { body: session } = await open('user_ben');
  now = new Date(now.getTime() + 61_000);
  whop.fail('*', { answer: refuse(503, 'internal', 'Try later') });
  const refused = await open('user_ben');
  expect(refused).toMatchObject({ status: 503, body: { code: 'whop-unavailable' } });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await server.read(`${path}/members/me`, bearer(session))).toMatchObject({ status: 200 });
  whop.heal();
  expect(await open('user_ben')).toMatchObject({ status: 200 });
});
