import { expect, test } from 'vitest';
import { chat, community, reaction, reply } from '../support/index.ts';

test('chat, reply and reaction of one moment each earn, in one call and in three', async () => {
  const club = await community({ cooldownSeconds: 60 });

  await club.award(chat('ana', '10:00:00'), reply('ana', '10:00:00'), reaction('ana', '10:00:00'));
  await club.award(chat('ben', '10:00:00'));
  await club.award(reply('ben', '10:00:01'));
  await club.award(reaction('ben', '10:00:02'));

  expect(await club.member('ana')).toMatchObject({ xp: 40 });
  expect(await club.member('ben')).toMatchObject({ xp: 40 });
});
