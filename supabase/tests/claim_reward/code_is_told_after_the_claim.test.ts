import { expect, test } from 'vitest';
import { chat, community, functions, messagesDuring, run } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

const CODE = 'WINTER-4711';

async function clubWithCode(): Promise<[club: TestCommunity, rewardId: string]> {
  const club = await community({ levels: [10] });
  const metadata = { instructions: 'Enter it in the shop', code: CODE };
  return [club, await club.reward(1, 'Discount', { type: 'custom', metadata })];
}

const claim = (club: TestCommunity, rewardId: string) =>
  functions.claimReward({ communityId: club.id, rewardId }, 'ana', '2026-11-20T12:00:00Z');

test('to the member who claimed it and to the creator, and to nobody else', async () => {
  const [club, rewardId] = await clubWithCode();
  await club.award(chat('ana', '10:00:00'), chat('ben', '10:00:00'));
  const toCreator = async (userId: string | null) =>
    (await functions.getRewards(club.id, userId, true))?.rewards[0]?.metadata;

  expect(JSON.stringify(await club.rewards(null))).not.toContain(CODE);
  expect((await club.rewards('ana'))[0]?.metadata).toEqual({ instructions: 'Enter it in the shop' });
  const claimed = await claim(club, rewardId);
  expect(claimed).toMatchObject({ reward: { metadata: { code: CODE } } });

  expect((await club.rewards('ana'))[0]?.metadata).toMatchObject({ code: CODE });
  expect(JSON.stringify([await club.rewards('ben'), await club.rewards(null)])).not.toContain(CODE);
  for (const userId of ['ben', null]) expect(await toCreator(userId)).toMatchObject({ code: CODE });
});

test('on the member’s own topic alone, and not before', async () => {
  const [club, rewardId] = await clubWithCode();
  const before = await messagesDuring(() => club.award(chat('ana', '10:00:00')));
  expect(before.map(({ event }) => event)).toContain('reward.unlocked');
  expect(JSON.stringify(before)).not.toContain(CODE);

  const after = await messagesDuring(() => claim(club, rewardId));
  expect(after.filter((message) => JSON.stringify(message).includes(CODE))).toMatchObject([
    { topic: club.topicOf('ana'), event: 'reward.updated' },
  ]);
});

test.each(['revoked', 'expired'])('not any longer once the reward is %s', async (state) => {
  const [club, rewardId] = await clubWithCode();
  await club.award(chat('ana', '10:00:00'));
  await claim(club, rewardId);
  await run('update public.user_rewards set state = $2 where community_id = $1', [club.id, state]);

  expect(JSON.stringify(await club.rewards('ana'))).not.toContain(CODE);
  expect(await claim(club, rewardId)).toMatchObject({ outcome: 'taken', state });
});
