import { expect, test } from 'vitest';
import { chat, community, functions, messagesDuring, rows } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

const AT = '2026-11-20T12:00:00Z';

const remove = (club: TestCommunity, rewardId: string) =>
  functions.deleteReward({ communityId: club.id, rewardId }, AT);
const claim = (club: TestCommunity, userId: string, rewardId: string) =>
  functions.claimReward({ communityId: club.id, rewardId }, userId, AT);

async function clubOfTwo(): Promise<[club: TestCommunity, rewardId: string]> {
  const club = await community({ levels: [10] });
  const rewardId = await club.reward(1);
  await club.award(chat('ana', '10:00:00'), chat('ben', '10:00:00'));
  return [club, rewardId];
}

test('one that nobody claimed is gone, from those as well who had unlocked it', async () => {
  const [club, rewardId] = await clubOfTwo();

  expect(await remove(club, rewardId)).toEqual({ outcome: 'deleted' });

  expect(await club.rewards('ana')).toEqual([]);
  const left = 'select 1 from public.rewards natural full join public.user_rewards where community_id = $1';
  expect(await rows(left, [club.id])).toEqual([]);
  expect(await claim(club, 'ana', rewardId)).toBeNull();
});

test('one that somebody claimed stays theirs and is given to nobody else', async () => {
  const [club, rewardId] = await clubOfTwo();
  await claim(club, 'ana', rewardId);

  expect(await remove(club, rewardId)).toEqual({ outcome: 'archived' });

  expect(await club.rewards('ana')).toMatchObject([{ rewardId, state: 'claimed' }]);
  for (const userId of ['ben', null]) expect(await club.rewards(userId)).toEqual([]);
  expect(await claim(club, 'ben', rewardId)).toBeNull();
  expect(await claim(club, 'ana', rewardId)).toMatchObject({ outcome: 'taken' });
  await club.award(chat('cem', '11:00:00'));
  expect(await club.rewards('cem')).toEqual([]);
});

test('what is no longer given is not changed, nor ended twice', async () => {
  const [club, rewardId] = await clubOfTwo();
  await claim(club, 'ana', rewardId);
  await remove(club, rewardId);

  const vain = await messagesDuring(async () => {
    expect(await remove(club, rewardId)).toBeNull();
    expect(await remove(club, 'no uuid')).toBeNull();
    expect(await functions.updateReward({ communityId: club.id, rewardId }, { name: 'Back' }, AT)).toBeNull();
  });
  expect(vain).toEqual([]);
});

test('another community’s is not ended', async () => {
  const [club, rewardId] = await clubOfTwo();
  expect(await remove(await community(), rewardId)).toBeNull();
  expect(await club.rewards(null)).toHaveLength(1);
});

test('everybody hears that something changed', async () => {
  const [club, rewardId] = await clubOfTwo();
  const version = (await club.version()) + 1;
  expect(await messagesDuring(() => remove(club, rewardId))).toEqual([
    { topic: club.topic, event: 'community.updated', payload: { version } },
  ]);
});
