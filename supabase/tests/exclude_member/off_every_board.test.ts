import { expect, test } from 'vitest';
import { chat, community, functions, messagesDuring } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

const exclude = (club: TestCommunity, userId: string, excluded = true) =>
  functions.excludeMember({ communityId: club.id, userId }, excluded);

async function clubOfTwo(): Promise<TestCommunity> {
  const club = await community();
  await club.award(chat('ana', '10:00:00', { xp: 30 }), chat('ben', '10:00:00'));
  return club;
}

const shown = async (club: TestCommunity, scope: 'public' | 'members' | 'admin') =>
  (await club.board({ scope })).entries.map(({ userId, rank }) => `${rank} ${userId}`);

test('whoever is excluded is on no board and counts in no rank, and is back as before afterwards', async () => {
  const club = await clubOfTwo();

  expect(await exclude(club, 'ana')).toMatchObject({ userId: 'ana', excluded: true, rank: null, xp: 30 });
  for (const scope of ['public', 'members', 'admin'] as const) {
    expect(await shown(club, scope)).toEqual(['1 ben']);
  }
  expect(await exclude(club, 'ana', false)).toMatchObject({ excluded: false, rank: 1 });
  expect(await shown(club, 'public')).toEqual(['1 ana', '2 ben']);
});

test('viewers are told to load again, once, and not whom it is about', async () => {
  const club = await clubOfTwo();
  const messages = await messagesDuring(async () => {
    await exclude(club, 'ana');
    await exclude(club, 'ana');
  });
  expect(messages).toEqual([{ topic: club.topic, event: 'community.changed', payload: { version: 2 } }]);
});

test('what they earn is theirs alone to hear of', async () => {
  const club = await clubOfTwo();
  await exclude(club, 'ana');
  const messages = await messagesDuring(() => club.award(chat('ana', '11:00:00')));
  expect(messages).toMatchObject([
    { topic: club.topic, payload: { changed: [] } },
    { topic: club.topicOf('ana'), event: 'member.changed', payload: { xp: 45 } },
  ]);
});

test('nobody is excluded who does not exist', async () => {
  const club = await clubOfTwo();
  expect(await exclude(club, 'nobody')).toBeNull();
  expect(await exclude(await community(), 'ana')).toBeNull();
  expect(await club.member('nobody')).toBeUndefined();
});
