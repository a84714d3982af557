import { expect, test } from 'vitest';
import { chat, community, reaction, reply } from '../support/index.ts';

test('the total is the sum of the log over several calls, and the level is counted in the thresholds', async () => {
  const club = await community({ cooldownSeconds: 60, levels: [30, 50, 90] });

  await club.award(chat('ana', '10:00:00'), reply('ana', '10:00:00'));
  await club.award(reaction('ana', '10:00:00'), chat('ana', '10:00:10'));
  await club.award(chat('ana', '10:05:00'));

  const log = await club.log();
  expect(log.reduce((sum, { xp_awarded }) => sum + xp_awarded, 0)).toBe(55);
  expect(await club.member('ana')).toMatchObject({ xp: 55, level: 2 });
});
