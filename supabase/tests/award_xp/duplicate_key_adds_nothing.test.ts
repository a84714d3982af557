import { expect, test } from 'vitest';
import { chat, community } from '../support/index.ts';

test('an activity that comes again, with any id, time or worth, adds nothing', async () => {
  const club = await community();
  await club.award(chat('ana', '10:00:00', { key: 'chat:1' }));

  const [again] = await club.award(chat('ana', '11:00:00', { key: 'chat:1', xp: 500 }));

  expect(again).toEqual({
    outcome: 'duplicate',
    xpAwarded: 0,
    receipt: null,
    xp: 15,
    level: 0,
    previousLevel: 0,
  });
  expect(await club.log()).toHaveLength(1);
  expect(await club.periods('ana')).toMatchObject({ 'day 2026-11-20': 15 });
});

test('an activity that was refused stays refused when it comes again', async () => {
  const club = await community();
  await club.award(chat('ana', '10:00:00'), chat('ana', '10:00:30', { key: 'chat:2' }));

  const [again] = await club.award(chat('ana', '10:00:30', { key: 'chat:2' }));

  expect(again).toMatchObject({ outcome: 'duplicate', xpAwarded: 0 });
});
