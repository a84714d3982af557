import { expect, test } from 'vitest';
import { chat, community, functions, messagesDuring, run } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

const AT = '2026-11-20T12:00:00Z';

const claim = (club: TestCommunity, userId: string, rewardId: string, at = AT) =>
  functions.claimReward({ communityId: club.id, rewardId }, userId, at);

test.each(['badge', 'custom'] as const)(
  'an unlocked %s becomes the member’s, and only once',
  async (type) => {
    const club = await community({ levels: [10] });
    const rewardId = await club.reward(1, 'First', { type });
    await club.award(chat('ana', '10:00:00'), chat('ben', '10:00:00'));

    expect(await claim(club, 'ana', rewardId)).toMatchObject({
      outcome: 'claimed',
      reward: { rewardId, type, state: 'claimed', claimedAt: '2026-11-20T12:00:00.000Z' },
    });

    expect(await claim(club, 'ana', rewardId, '2026-11-20T13:00:00Z')).toEqual({
      outcome: 'taken',
      state: 'claimed',
      claimedAt: '2026-11-20T12:00:00.000Z',
    });
    expect(await club.rewards('ben')).toMatchObject([{ state: 'unlocked', claimedAt: null }]);
  },
);

test('whoever is excluded, or hidden, may claim what is theirs', async () => {
  const club = await community({ levels: [10] });
  const rewardId = await club.reward(1);
  await club.award(chat('ana', '10:00:00'), chat('ben', '10:00:00'));
  await club.set('ana', { excluded: true });
  await club.set('ben', { visibility: 'hidden' });

  for (const userId of ['ana', 'ben']) {
    expect(await claim(club, userId, rewardId)).toMatchObject({ outcome: 'claimed' });
  }
});

test('a locked one tells how far away it is, also to somebody without any XP', async () => {
  const club = await community({ levels: [10, 100, 300] });
  const rewardId = await club.reward(3);
  await club.award(chat('ana', '10:00:00', { xp: 25 }));

  const locked = { outcome: 'locked', levelRequirement: 3 };
  expect(await claim(club, 'ana', rewardId)).toEqual({ ...locked, level: 1, xpLeft: 275 });
  expect(await claim(club, 'nobody', rewardId)).toEqual({ ...locked, level: 0, xpLeft: 300 });
  expect(await club.member('nobody')).toBeUndefined();
});

test('a level that the curve no longer has, and level 0, have no distance in XP', async () => {
  const club = await community({ levels: [10, 20] });
  const [top, ground] = [await club.reward(2), await club.reward(0)];
  await run(`update public.xp_configurations set level_thresholds = '{10}' where community_id = $1`, [
    club.id,
  ]);

  expect(await claim(club, 'ana', top)).toMatchObject({ outcome: 'locked', level: 0, xpLeft: null });
  expect(await claim(club, 'ana', ground)).toMatchObject({ outcome: 'locked', level: 0, xpLeft: null });
});

test('a role is given by itself, and is not claimed', async () => {
  const club = await community({ levels: [10] });
  const rewardId = await club.reward(1, 'Regular', { type: 'role' });
  await club.award(chat('ana', '10:00:00'));

  expect(await claim(club, 'ana', rewardId)).toEqual({ outcome: 'role' });
  expect(await club.rewards('ana')).toMatchObject([{ state: 'unlocked', claimedAt: null }]);
});

test('what is no reward of this community is unknown', async () => {
  const [club, guild] = [await community({ levels: [10] }), await community({ levels: [10] })];
  const foreign = await guild.reward(1);
  await club.award(chat('ana', '10:00:00'));
  await guild.award(chat('ana', '10:00:00'));

  expect(await claim(club, 'ana', foreign)).toBeNull();
  expect(await claim(club, 'ana', 'no uuid')).toBeNull();
  expect(await claim(guild, 'ana', foreign.toUpperCase())).toMatchObject({ outcome: 'claimed' });
  expect(
    await functions.claimReward({ communityId: 'biz_nowhere', rewardId: foreign }, 'ana', AT),
  ).toBeNull();
});

test('the member hears of it, the others hear that they missed nothing, and a refusal is not told', async () => {
  const club = await community({ levels: [10] });
  const rewardId = await club.reward(1);
  await club.award(chat('ana', '10:00:00'));
  const version = (await club.version()) + 1;

  const messages = await messagesDuring(() => claim(club, 'ana', rewardId));

  const reward = expect.objectContaining({ rewardId, state: 'claimed' }) as unknown;
  expect(messages).toEqual([
    { topic: club.topic, event: 'community.changed', payload: { version, changed: [] } },
    { topic: club.topicOf('ana'), event: 'reward.updated', payload: { version, userId: 'ana', reward } },
  ]);
  expect(await messagesDuring(() => claim(club, 'ana', rewardId))).toEqual([]);
  expect(await messagesDuring(() => claim(club, 'ben', rewardId))).toEqual([]);
  expect(await club.version()).toBe(version);
});
