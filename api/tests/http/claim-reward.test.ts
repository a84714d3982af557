import { rewardSchema, type Reward, type Rewards } from '@wee5/contract';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openStream } from '../live/stream.ts';
import { send } from '../support/creator-requests.ts';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';

const CODE = 'WINTER-4711';
let server: IdentityServer;
let communityId = '';
let community = '';
let member: Record<string, string>;
let tests = 0;
beforeAll(async () => {
  server = await startIdentityServer({ liveSettings: { intervalMs: 10 } });
});
afterAll(() => server.stop());
beforeEach(async () => {
  communityId = `biz_${(tests += 1)}`;
  community = `/api/v1/communities/${communityId}`;
  await server.addCommunity(communityId, 'public');
  member = await server.member({ communityId, userId: 'user_ana' });
});

async function reward(level: number, type: 'role' | 'badge' | 'custom' = 'badge', metadata = {}) {
  const wanted = { communityId, levelRequirement: level, type, name: 'One', metadata };
  const made = await server.context.functions.createReward(wanted);
  return made?.outcome === 'saved' ? made.rewardId : '';
}
const give = (amount: number) =>
  server.context.functions.adjustXp(
    { communityId, userId: 'user_ana' },
    { amount, reason: 'contest', by: 'user_boss' },
    '2026-11-20T18:00:00Z',
  );
const claim = (rewardId: string, headers = member) =>
  send<Reward>(server, { method: 'POST', path: `${community}/rewards/${rewardId}/claim`, headers });
const read = async (headers: Record<string, string> = {}) =>
  JSON.stringify((await server.read<Rewards>(`${community}/rewards`, { headers })).body);

it('makes it the member’s, once, and then says since when it is', async () => {
  await give(100);
  const rewardId = await reward(1);
  const { status, body } = await claim(rewardId);
  expect(status).toBe(200);
  expect(rewardSchema.parse(body)).toEqual(body);
  expect(body).toMatchObject({ rewardId, state: 'claimed', claimedAt: '2026-11-20T18:06:00.000Z' });

  const again = await claim(rewardId);
  expect(again).toMatchObject({ status: 409, body: { code: 'reward-not-claimable' } });
  expect(again.body.detail).toContain('2026-11-20T18:06:00.000Z');
});

it('has one winner of many at once', async () => {
  await give(100);
  const rewardId = await reward(1);
  const answers = await Promise.all(Array.from({ length: 8 }, () => claim(rewardId)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(7);
});

it('says how far away a locked one is', async () => {
  await give(120);
  const detail = async (level: number) => {
    const { status, body } = await claim(await reward(level));
    expect([status, body.code]).toEqual([409, 'reward-not-claimable']);
    return body.detail;
  };
  expect(await detail(3)).toBe('It unlocks at level 3: you are 2 levels and 355 XP away.');
  expect(await detail(2)).toBe('It unlocks at level 2: you are 1 level and 135 XP away.');
});

it('gives no role, and nothing that is not there', async () => {
  await give(100);
  const role = await claim(await reward(1, 'role'));
  expect(role).toMatchObject({ status: 409, body: { code: 'reward-not-claimable' } });
  expect(role.body.detail).toContain('given by itself');
  for (const id of ['no-uuid', '00000000-0000-4000-8000-000000000000']) {
    expect(await claim(id)).toMatchObject({ status: 404, body: { code: 'unknown-reward' } });
  }
});

it('tells a code after the claim alone, to its member and to the creator', async () => {
  await give(100);
  const rewardId = await reward(1, 'custom', { code: CODE, instructions: 'Enter it' });
  const others = [{}, await server.member({ communityId, userId: 'user_ben' })];
  const creators = [
    { authorization: `Bearer ${(await server.addKey(communityId, 'secret')).key}` },
    await server.member({ communityId, userId: 'user_boss', access: 'admin' }),
  ];
  for (const headers of [...others, member]) expect(await read(headers)).not.toContain(CODE);
  for (const headers of creators) expect(await read(headers)).toContain(CODE);

  expect((await claim(rewardId)).body.metadata).toEqual({ code: CODE, instructions: 'Enter it' });
  expect(await read(member)).toContain(CODE);
  for (const headers of others) expect(await read(headers)).not.toContain(CODE);
});

it('is heard by the member, who gets the code, and by nobody else', async () => {
  const rewardId = await reward(1, 'custom', { code: CODE });
  const [own, anybody] = [
    await openStream(`${server.url}${community}/live`, member),
    await openStream(`${server.url}${community}/live`),
  ];
  await Promise.all([own, anybody].map((stream) => stream.until(({ event }) => event === 'hello')));
  await give(100);
  await own.until(({ event }) => event === 'reward.unlocked');
  expect(own.text()).not.toContain(CODE);

  await claim(rewardId);
  const { data } = await own.until(({ event }) => event === 'reward.updated');
  expect(data).toMatchObject({ userId: 'user_ana', reward: { state: 'claimed', metadata: { code: CODE } } });
  await give(1);
  await anybody.until(({ data: { changed } }) => changed?.[0]?.xp === 101);
  expect(anybody.text()).not.toMatch(/WINTER|reward/);
  own.close();
  anybody.close();
});
