import { expect, test } from 'vitest';
import { chat, community, functions } from '../support/index.ts';

test('one person in two communities earns in each: keys, cooldowns and totals are apart', async () => {
  const club = await community();
  const guild = await community();
  const message = chat('ana', '10:00:00', { key: 'chat:1' });

  const results = await functions.awardXp([club.priced(message), guild.priced({ ...message, xp: 20 })]);

  expect(results.map(({ outcome, xp }) => [outcome, xp])).toEqual([
    ['awarded', 15],
    ['awarded', 20],
  ]);
  expect(await club.member('ana')).toMatchObject({ xp: 15 });
  expect(await guild.member('ana')).toMatchObject({ xp: 20 });
  expect([await club.version(), await guild.version()]).toEqual([1, 1]);
});

test('each community has its own cooldown and levels', async () => {
  const strict = await community({ cooldownSeconds: 60, levels: [10] });
  const free = await community({ cooldownSeconds: 0, levels: [1000] });
  const twice = [chat('ana', '10:00:00'), chat('ana', '10:00:01')];

  const results = await functions.awardXp(
    [strict, free].flatMap((each) => twice.map((one) => each.priced(one))),
  );

  expect(results.map(({ outcome, level }) => [outcome, level])).toEqual([
    ['awarded', 1],
    ['cooldown', 1],
    ['awarded', 0],
    ['awarded', 0],
  ]);
});
