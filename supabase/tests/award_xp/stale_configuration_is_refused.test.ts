import { expect, test } from 'vitest';
import { chat, community, rows, run } from '../support/index.ts';

test('with W5001, and nothing of the call is written', async () => {
  const club = await community();
  await run('update public.xp_configurations set version = 2 where community_id = $1', [club.id]);

  await expect(club.award(chat('ana', '10:00:00', { key: 'chat:1' }))).rejects.toMatchObject({
    code: 'W5001',
  });

  expect(await club.member('ana')).toBeUndefined();
  expect(await club.log()).toEqual([]);
  expect(await rows('select from public.processed_events where community_id = $1', [club.id])).toEqual([]);
});

test('scored again with the current version it earns', async () => {
  const club = await community();
  await run('update public.xp_configurations set version = 2 where community_id = $1', [club.id]);
  const message = chat('ana', '10:00:00');
  await club.award(message).catch(() => {});

  club.configVersion = 2;

  expect(await club.award(message)).toMatchObject([{ outcome: 'awarded' }]);
});

test('a community without a configuration has none that could be current', async () => {
  const club = await community();
  await run('delete from public.communities where id = $1', [club.id]);

  await expect(club.award(chat('ana', '10:00:00'))).rejects.toMatchObject({ code: 'W5001' });
});
