import { expect, test } from 'vitest';
import { community, functions, messagesDuring, rows } from '../support/index.ts';
import { profile } from './profiles.ts';

test('one message per community and call, without a list: names are in the snapshot', async () => {
  const club = await community();
  const guild = await community();
  await club.seat({ ana: [10, '09:00:00'], ben: [10, '09:00:00'], cem: [10, '09:00:00'] });
  await guild.seat({ ana: [10, '09:00:00'] });
  await club.set('cem', { visibility: 'members' });

  const messages = await messagesDuring(async () => {
    const saved = ['ana', 'ben', 'cem'].map((id) => profile(club, id));
    expect(await functions.saveProfiles([...saved, profile(guild, 'ana')])).toBe(4);
  });

  expect(messages).toHaveLength(2);
  for (const { topic } of [club, guild]) {
    expect(messages).toContainEqual({ topic, event: 'community.changed', payload: { version: 1 } });
  }
  expect(await club.version()).toBe(1);
});

test('nothing is said, and the version stays, where nothing looks different', async () => {
  const club = await community();
  await club.seat({ ana: [10, '09:00:00'] });
  await functions.saveProfiles([profile(club, 'ana', { at: '11:00:00' })]);

  const messages = await messagesDuring(async () => {
    expect(await functions.saveProfiles([profile(club, 'ana', { at: '12:00:00' })])).toBe(0);
  });

  expect(messages).toEqual([]);
  expect(await club.version()).toBe(1);
  const [{ fetched_at } = {}] = await rows(
    `select public.iso_time(profile_fetched_at) as fetched_at from public.users where community_id = $1`,
    [club.id],
  );
  expect(fetched_at).toBe('2026-11-20T12:00:00.000Z');
});

test.each([
  { why: 'hidden', settings: { visibility: 'hidden' } },
  { why: 'excluded', settings: { excluded: true } },
] as const)(
  'of a member who is $why only they are told, and the version has no gap',
  async ({ settings }) => {
    const club = await community({ levels: [10] });
    await club.seat({ ana: [10, '09:00:00'] });
    await club.set('ana', settings);

    const messages = await messagesDuring(() => functions.saveProfiles([profile(club, 'ana')]));

    expect(messages).toEqual([
      { topic: club.topic, event: 'community.changed', payload: { version: 1, changed: [] } },
      {
        topic: club.topicOf('ana'),
        event: 'member.changed',
        payload: { userId: 'ana', xp: 10, level: 1, version: 1 },
      },
    ]);
  },
);
