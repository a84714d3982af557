import { expect, test } from 'vitest';
import { chat, community, functions, messagesDuring, reply } from '../support/index.ts';

test('however many awards, with the version and each changed member once', async () => {
  const club = await community({ cooldownSeconds: 0 });

  const messages = await messagesDuring(() =>
    club.award(
      chat('ben', '10:00:00'),
      chat('ana', '10:00:00'),
      chat('ana', '10:00:01'),
      reply('ana', '10:00:02'),
    ),
  );

  expect(messages).toEqual([
    {
      topic: club.topic,
      event: 'community.changed',
      payload: {
        version: 1,
        changed: [
          { userId: 'ana', xp: 50, level: 0 },
          { userId: 'ben', xp: 15, level: 0 },
        ],
      },
    },
  ]);
});

test('two communities in a call hear one message each, of their own', async () => {
  const club = await community();
  const guild = await community();
  await guild.award(chat('ana', '09:00:00'));

  const messages = await messagesDuring(() =>
    functions.awardXp([club.priced(chat('ana', '10:00:00')), guild.priced(chat('ben', '10:00:00'))]),
  );

  expect(messages).toHaveLength(2);
  expect(messages).toContainEqual({
    topic: club.topic,
    event: 'community.changed',
    payload: { version: 1, changed: [{ userId: 'ana', xp: 15, level: 0 }] },
  });
  expect(messages).toContainEqual({
    topic: guild.topic,
    event: 'community.changed',
    payload: { version: 2, changed: [{ userId: 'ben', xp: 15, level: 0 }] },
  });
});
