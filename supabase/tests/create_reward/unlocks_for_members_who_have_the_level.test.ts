import { expect, test } from 'vitest';
import { chat, community, functions, messagesDuring, run } from '../support/index.ts';

test('those who have the level or a higher one have it at once, others when they reach it', async () => {
  const club = await community({ levels: [10, 20, 30] });
  await club.award(
    chat('below', '10:00:00', { xp: 19 }),
    chat('exactly', '10:00:00', { xp: 20 }),
    chat('above', '10:00:00', { xp: 500 }),
  );

  const saved = await functions.createReward(
    { communityId: club.id, levelRequirement: 2, type: 'role', name: 'Regular' },
    '2026-11-20T10:30:00Z',
  );

  expect(saved).toMatchObject({ outcome: 'saved', unlocked: 2 });
  expect((await club.rewards('exactly'))[0]?.unlockedAt).toBe('2026-11-20T10:30:00.000Z');
  expect(await club.unlocked('exactly')).toEqual(['Regular']);
  expect(await club.unlocked('above')).toEqual(['Regular']);
  expect(await club.unlocked('below')).toEqual([]);
  await club.award(chat('below', '11:00:00', { xp: 1 }));
  expect(await club.unlocked('below')).toEqual(['Regular']);
});

test('the community hears that something changed, with the new version', async () => {
  const club = await community();

  const messages = await messagesDuring(() => club.reward(1));

  expect(messages).toEqual([{ topic: club.topic, event: 'community.updated', payload: { version: 1 } }]);
  expect(await club.version()).toBe(1);
});

test('whoever kept a level that their XP no longer reach has it as well', async () => {
  const club = await community({ levels: [10, 20] });
  await club.award(chat('ana', '10:00:00', { xp: 20 }), chat('ben', '10:00:00', { xp: 20 }));
  await run(`update public.xp_configurations set demotion = 'keep' where community_id = $1`, [club.id]);
  await run(`update public.users set xp = 5 where community_id = $1 and id = 'ana'`, [club.id]);

  await club.reward(2);

  expect(await club.unlocked('ana')).toEqual(['Level 2']);
  await run(`update public.xp_configurations set demotion = 'follow' where community_id = $1`, [club.id]);
  await club.reward(2, 'Later');
  expect(await club.unlocked('ana')).toEqual(['Level 2']);
  expect(await club.unlocked('ben')).toEqual(['Level 2', 'Later']);
});

test('a level above the top is refused, and nothing is said or made', async () => {
  const club = await community({ levels: [10, 20] });
  const wanted = { communityId: club.id, levelRequirement: 3, type: 'badge', name: 'Sky' } as const;

  const messages = await messagesDuring(async () => {
    expect(await functions.createReward(wanted)).toEqual({ outcome: 'above-top-level', topLevel: 2 });
  });

  expect(messages).toEqual([]);
  expect(await club.rewards(null)).toEqual([]);
  expect(await club.version()).toBe(0);
});

test('an unknown community has no rewards', async () => {
  const wanted = { communityId: 'biz_nowhere', levelRequirement: 1, type: 'badge', name: 'Stray' } as const;
  expect(await functions.createReward(wanted)).toBeNull();
});
