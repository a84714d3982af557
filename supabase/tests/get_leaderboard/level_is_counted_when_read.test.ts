import { expect, test } from 'vitest';
import { community, run } from '../support/index.ts';

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
