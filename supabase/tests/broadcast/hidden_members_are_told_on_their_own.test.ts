import { expect, test } from 'vitest';
import { chat, community, messagesDuring } from '../support/index.ts';

test.each(['hidden', 'members'] as const)(
  'a member whose visibility is "%s" is absent from the community’s message and has one of their own',
  async (visibility) => {
    const club = await community();
    await club.seat({ ana: [10, '09:00:00'], ben: [10, '09:00:00'] });
    await club.set('ana', { visibility });

    const messages = await messagesDuring(() => club.award(chat('ana', '10:00:00'), chat('ben', '10:00:00')));

    expect(messages).toEqual([
      {
        topic: club.topic,
        event: 'community.changed',
        payload: { version: 1, changed: [{ userId: 'ben', xp: 25, level: 0 }] },
      },
      {
        topic: club.topicOf('ana'),
        event: 'member.changed',
        payload: { userId: 'ana', xp: 25, level: 0, version: 1 },
      },
    ]);
  },
);

test('an excluded member, who has no place on any board, is told on their own as well', async () => {
  const club = await community();
  await club.seat({ ana: [10, '09:00:00'] });
  await club.set('ana', { excluded: true });

  const messages = await messagesDuring(() => club.award(chat('ana', '10:00:00')));

  expect(messages.map(({ topic, event }) => [topic, event])).toEqual([
    [club.topic, 'community.changed'],
    [club.topicOf('ana'), 'member.changed'],
  ]);
  expect(messages[0]?.payload).toEqual({ version: 1, changed: [] });
});

test('where only hidden members changed, the community still hears the new version', async () => {
  const club = await community();
  await club.seat({ ana: [10, '09:00:00'] });
  await club.set('ana', { visibility: 'hidden' });

  const messages = await messagesDuring(() => club.award(chat('ana', '10:00:00')));

  expect(messages[0]).toEqual({
    topic: club.topic,
    event: 'community.changed',
    payload: { version: 1, changed: [] },
  });
});
