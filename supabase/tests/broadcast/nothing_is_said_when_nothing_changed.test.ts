import { expect, test } from 'vitest';
import { chat, community, messagesDuring } from '../support/index.ts';

test('not of duplicates and refusals, and not of a call that fails', async () => {
  const club = await community({ cooldownSeconds: 60 });
  const first = chat('ana', '10:00:00');
  await club.award(first);

  const messages = await messagesDuring(async () => {
    await club.award(first, chat('ana', '10:00:10'));
    await club.award(chat('ben', '10:00:00'), chat('cem', '10:00:00', { xp: -1 })).catch(() => {});
  });

  expect(messages).toEqual([]);
});
