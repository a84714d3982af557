import { afterEach, beforeEach, expect, it } from 'vitest';
import { refuse } from '../../dev/whop-simulator/answers.ts';
import { WhopSimulator } from '../../dev/whop-simulator/whop-simulator.ts';
import { createClock } from '../pipeline/support.ts';

const clock = createClock();
let whop: WhopSimulator;
beforeEach(async () => {
  whop = await WhopSimulator.start({ now: clock.now });
  whop.world.addUser({ id: 'user_ana', username: 'anad', name: 'Ana', pictureUrl: 'https://a.test/ana.png' });
  whop.world.addUser({ id: 'user_ben' });
  whop.world.addCompany({ id: 'biz_1', title: 'Makers', ownerUserId: 'user_ana' });
  whop.world.addExperience({ id: 'exp_1', companyId: 'biz_1' });
});
afterEach(() => whop.stop());

it('answers who somebody is, whose an experience is, and what a company is called', async () => {
  const ana = { username: 'anad', name: 'Ana', profile_picture: { url: 'https://a.test/ana.png' } };
  expect(await ask('/users/user_ana')).toMatchObject([200, { id: 'user_ana', ...ana }]);
  expect(await ask('/experiences/exp_1')).toMatchObject([200, { company: { id: 'biz_1' } }]);
  expect(await ask('/companies/biz_1')).toMatchObject([
    200,
    { title: 'Makers', owner_user: { id: 'user_ana' } },
  ]);
  expect(await ask('/users/user_nobody')).toMatchObject([404, { error: { type: 'not_found' } }]);
});

it('knows what a user may do with a company and with its experiences', async () => {
  whop.world.grant('user_ben', 'biz_1', 'customer');
  const levels = await Promise.all(
    ['user_ana/access/biz_1', 'user_ben/access/exp_1'].map((path) => ask(`/users/${path}`)),
  );
  expect(levels.map(([, body]) => body)).toEqual([
    { has_access: true, access_level: 'admin' },
    { has_access: true, access_level: 'customer' },
  ]);
  whop.world.grant('user_ben', 'exp_1', 'no_access');
  expect((await ask('/users/user_ben/access/exp_1'))[1]).toMatchObject({ has_access: false });
});

it('refuses a wrong key and what the app was not granted', async () => {
  expect(await ask('/users/user_ana', { headers: { authorization: 'Bearer apik_other' } })).toMatchObject([
    401,
    { error: { type: 'unauthorized' } },
  ]);
  whop.permissions.delete('member:basic:read');
  expect((await ask('/members?company_id=biz_1'))[0]).toBe(403);
  expect((await ask('/users/user_ana'))[0]).toBe(200);
});

it('limits each operation to so many calls in a minute and says how long to wait', async () => {
  whop.limit('users.retrieve', 2);
  await ask('/users/user_ana');
  clock.advance(20_000);
  await ask('/users/user_ana');
  const [status, body] = await ask('/users/user_ana');
  expect([status, body]).toEqual([
    429,
    { error: { type: 'rate_limit_exceeded', message: 'Try again in 40 seconds.' } },
  ]);
  expect((await ask('/companies/biz_1'))[0]).toBe(200);
  clock.advance(40_000);
  expect((await ask('/users/user_ana'))[0]).toBe(200);
});

it('fails as often as it was told to, in every way a network can', async () => {
  whop.fail('users.retrieve', { answer: refuse(503, 'internal', 'Busy.') }, 1);
  expect((await ask('/users/user_ana'))[0]).toBe(503);
  whop.fail('users.retrieve', { reset: true }, 1);
  await expect(ask('/users/user_ana')).rejects.toThrow('fetch failed');
  whop.fail('*', { delayMs: 60_000 });
  await expect(ask('/users/user_ana', { signal: AbortSignal.timeout(50) })).rejects.toThrow('timeout');
  whop.heal();
  expect((await ask('/users/user_ana'))[0]).toBe(200);
  expect(whop.callsOf('users.retrieve').map(({ status }) => status)).toEqual([503, 0, 200]);
});

it('takes notifications, promo codes and free days, and remembers them', async () => {
  const renewsAt = new Date('2026-12-01T00:00:00.000Z');
  const membership = { id: 'mem_1', companyId: 'biz_1', userId: 'user_ben', productId: 'prod_1', renewsAt };
  whop.world.addMembership(membership);
  const notification = {
    experience_id: 'exp_1',
    user_ids: ['user_ben'],
    title: 'Level 3',
    content: 'Well done',
  };
  expect(await post('/notifications', notification)).toEqual([200, { success: true }]);
  expect((await post('/promo_codes', { company_id: 'biz_1', code: 'WIN' }))[0]).toBe(200);
  expect((await post('/promo_codes', { company_id: 'biz_1', code: 'WIN' }))[0]).toBe(422);
  expect(await post('/memberships/mem_1/add_free_days', { free_days: 30 })).toMatchObject([
    200,
    { id: 'mem_1', renewal_period_end: '2026-12-31T00:00:00.000Z' },
  ]);
  expect(whop.world.notifications).toEqual([notification]);
  expect(whop.world.promoCodes).toMatchObject([{ code: 'WIN' }]);
});

type Reply = [status: number, body: Record<string, unknown>];

async function ask(path: string, init: RequestInit = {}): Promise<Reply> {
  const authorization = `Bearer ${whop.environment['WHOP_API_KEY']}`;
  const response = await fetch(`${whop.apiUrl}${path}`, { headers: { authorization }, ...init });
  return [response.status, (await response.json()) as Record<string, unknown>];
}

function post(path: string, body: Record<string, unknown>): Promise<Reply> {
  return ask(path, { method: 'POST', body: JSON.stringify(body) });
}
