import { rewardsSchema, savedRewardSchema, type Rewards, type SavedReward } from '@wee5/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { send } from '../support/creator-requests.ts';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';

const badge = { type: 'badge', levelRequirement: 1, name: 'Regular' } as const;

let server: IdentityServer;
let path = '';
let creator: Record<string, string>;
let member: Record<string, string>;
let tests = 0;
beforeAll(async () => {
  server = await startIdentityServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  const communityId = `biz_${(tests += 1)}`;
  path = `/api/v1/communities/${communityId}/rewards`;
  await server.addCommunity(communityId, 'public');
  creator = await server.member({ communityId, userId: 'user_boss', access: 'admin' });
  member = await server.member({ communityId, userId: 'user_ana' });
});

const create = (body: unknown) => send<SavedReward>(server, { method: 'POST', path, headers: creator, body });
const change = (rewardId: string, body: unknown) =>
  send<SavedReward>(server, { method: 'PATCH', path: `${path}/${rewardId}`, headers: creator, body });
const remove = (rewardId: string) =>
  send(server, { method: 'DELETE', path: `${path}/${rewardId}`, headers: creator });
const list = async (headers: Record<string, string> = {}) =>
  rewardsSchema.parse((await server.read<Rewards>(path, { headers })).body).rewards;
const give = (amount: number) =>
  server.context.functions.adjustXp(
    { communityId: `biz_${tests}`, userId: 'user_ana' },
    { amount, reason: 'contest', by: 'user_boss' },
    '2026-11-20T18:00:00Z',
  );

describe('a new reward', () => {
  it('is answered whole, in no member’s state, and unlocked for those who have its level', async () => {
    await give(100);
    const wanted = { ...badge, metadata: { color: '#ff8800' }, position: 2 };
    const { status, body } = await create(wanted);
    expect(status).toBe(201);
    expect(savedRewardSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({ unlocked: 1, reward: { ...wanted, description: null, state: null } });
    expect(await list(member)).toMatchObject([
      { ...wanted, state: 'unlocked', unlockedAt: '2026-11-20T18:06:00.000Z' },
    ]);
  });

  it.each<[string, object, string]>([
    ['a colour that is none', { ...badge, metadata: { color: 'orange' } }, 'metadata.color'],
    ['a key of another type', { ...badge, metadata: { roleName: 'Regular' } }, 'metadata.roleName'],
    ['a type there is not', { ...badge, type: 'car' }, 'type'],
    ['no name', { ...badge, name: ' ' }, 'name'],
    ['a picture that is a script', { ...badge, imageUrl: 'javascript:alert(1)' }, 'imageUrl'],
    ['a level above the top', { ...badge, levelRequirement: 201 }, 'levelRequirement'],
    ['a level below 0', { ...badge, levelRequirement: -1 }, 'levelRequirement'],
    ['text no database holds', { ...badge, name: 'a\0b' }, 'name'],
    ['half a character', { ...badge, description: '\ud83d' }, 'description'],
    [
      'a key no database holds',
      { ...badge, type: 'custom', metadata: { data: { 'a\0': 1 } } },
      'metadata.data',
    ],
  ])('is not made with %s', async (_what, body, wrong) => {
    const answer = await create(body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
    expect(answer.body.errors?.map((error) => error.path)).toEqual([wrong]);
    expect(await list()).toEqual([]);
  });

  it('says which level is the highest', async () => {
    const answer = await create({ ...badge, levelRequirement: 201 });
    expect(answer.body.detail).toContain('at most 200');
  });
});

describe('a reward that is changed', () => {
  it('keeps what is left out, and its type', async () => {
    const { body: made } = await create({ ...badge, metadata: { icon: '🏅' }, description: 'Well done' });
    const { status, body } = await change(made.reward.rewardId, { name: 'Veteran', levelRequirement: 2 });
    expect(status).toBe(200);
    expect(savedRewardSchema.parse(body)).toEqual(body);
    expect(body.reward).toEqual({ ...made.reward, name: 'Veteran', levelRequirement: 2 });
    expect((await change(made.reward.rewardId, { description: null })).body.reward.description).toBeNull();
    expect(await change(made.reward.rewardId, { type: 'role' })).toMatchObject({ status: 400 });
  });

  it('has its metadata checked by the type that it has', async () => {
    const { body: made } = await create(badge);
    const { rewardId } = made.reward;
    const wrong = await change(rewardId, { metadata: { color: 'orange' } });
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ path: 'metadata.color' }] } });
    const foreign = await change(rewardId, { metadata: { code: 'WINTER' } });
    expect(foreign).toMatchObject({ status: 400, body: { errors: [{ path: 'metadata.code' }] } });
    const right = await change(rewardId.toUpperCase(), { metadata: { color: '#123456' } });
    expect(right).toMatchObject({ status: 200, body: { reward: { metadata: { color: '#123456' } } } });
  });

  it.each<[string, object, string]>([
    ['nothing', {}, ''],
    ['a level above the top', { levelRequirement: 201 }, 'levelRequirement'],
    ['a name that is none', { name: '' }, 'name'],
  ])('is not changed by %s', async (_what, body, wrong) => {
    const { body: made } = await create(badge);
    const answer = await change(made.reward.rewardId, body);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: wrong }] } });
    expect(await list()).toMatchObject([{ name: 'Regular', levelRequirement: 1 }]);
  });

  it('is unlocked for those who have its lower level', async () => {
    await give(100);
    const { body: made } = await create({ ...badge, levelRequirement: 2 });
    expect(made.unlocked).toBe(0);
    const { body } = await change(made.reward.rewardId, { levelRequirement: 1 });
    expect(body.unlocked).toBe(1);
  });
});

describe('a reward that ends', () => {
  it('is gone where nobody claimed it, and stays with those who did', async () => {
    await give(100);
    const [first, second] = [(await create(badge)).body.reward, (await create(badge)).body.reward];
    const claimed = `${path}/${second.rewardId}/claim`;
    expect(await send(server, { method: 'POST', path: claimed, headers: member })).toMatchObject({
      status: 200,
    });
    for (const { rewardId } of [first, second]) {
      expect(await remove(rewardId)).toMatchObject({ status: 204, body: undefined });
      expect(await remove(rewardId)).toMatchObject({ status: 404, body: { code: 'unknown-reward' } });
      expect(await change(rewardId, { name: 'Back', metadata: {} })).toMatchObject({ status: 404 });
    }
    expect(await list()).toEqual([]);
    expect(await list(creator)).toEqual([]);
    expect(await list(member)).toMatchObject([{ rewardId: second.rewardId, state: 'claimed' }]);
  });

  it.each(['00000000-0000-4000-8000-000000000000', 'no-uuid'])('is unknown as %s', async (id) => {
    expect(await remove(id)).toMatchObject({ status: 404, body: { code: 'unknown-reward' } });
    expect(await change(id, { name: 'Other' })).toMatchObject({ status: 404 });
  });
});
