import { expect, test } from 'vitest';
import { chat, community, run } from '../support/index.ts';

test('after a change of the thresholds, before any stored level is recomputed', async () => {
  const club = await community({ levels: [100, 250] });
  await club.seat({ ana: [120, '10:00:00'] });

  await run(
    `update public.xp_configurations set level_thresholds = '{10,20,30,200}' where community_id = $1`,
    [club.id],
  );

  expect((await club.board()).entries).toMatchObject([{ level: 3 }]);
  expect(await club.card('ana')).toMatchObject({ level: 3, levelXp: 30, nextLevelXp: 200 });
});

test('of the total on every board, whatever a window holds, and of the highest total where levels are kept', async () => {
  const club = await community({ levels: [100, 250] });
  await club.award(chat('ana', '2026-10-01T10:00:00Z', { xp: 240 }), chat('ana', '10:00:00', { xp: 15 }));
  const levels = async () => {
    const day = await club.board({ window: 'day', viewer: 'ana' });
    const all = await club.board();
    const card = await club.card('ana');
    return [day.entries[0]?.level, day.me?.level, all.entries[0]?.level, card?.level];
  };
  expect(await levels()).toEqual([2, 2, 2, 2]);

  await run('update public.users set xp = 40 where community_id = $1', [club.id]);
  expect(await levels()).toEqual([0, 0, 0, 0]);
  await run(`update public.xp_configurations set demotion = 'keep' where community_id = $1`, [club.id]);
  expect(await levels()).toEqual([2, 2, 2, 2]);
  expect(await club.card('ana')).toMatchObject({ xp: 40, levelXp: 250, nextLevelXp: null });
});
