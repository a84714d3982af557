import { expect, test } from 'vitest';
import { chat, community, functions } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

type Filter = Partial<Parameters<typeof functions.listMembers>[1]>;

async function list(club: TestCommunity, filter: Filter = {}) {
  const found = await functions.listMembers(club.id, { limit: 10, after: null, ...filter });
  if (!found) throw new Error(`There is no community ${club.id}.`);
  return found;
}
const ids = async (club: TestCommunity, filter: Filter = {}) =>
  (await list(club, filter)).members.map(({ userId }) => userId);

test('most XP first, those without any last, each with all that the creator sees', async () => {
  const club = await community({ levels: [10] });
  await club.award(chat('ana', '10:00:00', { username: 'anad', displayName: 'Ana Duarte' }));
  await club.seat({ ben: [30, '09:00:00'], zoe: [0, '09:00:00'], cem: [15, '08:00:00'] });
  await club.set('ben', { visibility: 'hidden', pseudonym: 'Night Owl', excluded: true });

  const { total, next, members } = await list(club);
  expect({ total, next }).toEqual({ total: 4, next: null });
  expect(members.map(({ userId, xp, rank }) => [userId, xp, rank])).toEqual([
    ['ben', 30, null],
    ['ana', 15, 1],
    ['cem', 15, 1],
    ['zoe', 0, null],
  ]);
  expect(members[0]).toMatchObject({ excluded: true, visibility: 'hidden', pseudonym: 'Night Owl' });
  expect(members[1]).toEqual({
    userId: 'ana',
    username: 'anad',
    displayName: 'Ana Duarte',
    avatarUrl: null,
    xp: 15,
    level: 1,
    rank: 1,
    excluded: false,
    visibility: 'public',
    pseudonym: null,
    joinedAt: '2026-11-20T10:00:00.000Z',
    lastActiveAt: '2026-11-20T10:00:00.000Z',
  });
});

test('finds part of a name in any case, to the letter, or a whole id', async () => {
  const club = await community();
  await club.award(
    chat('user_1', '10:00:00', { username: '100%_real', displayName: 'Ana Duarte' }),
    chat('user_12', '10:00:00', { username: 'ben', displayName: 'Ünal' }),
  );
  await club.set('user_12', { pseudonym: 'Night Owl' });
  const looked = {
    duARTe: ['user_1'],
    '%_r': ['user_1'],
    '%': ['user_1'],
    'n%l': [],
    Ünal: ['user_12'],
    'a D': ['user_1'],
    owl: ['user_12'],
    anon_user_12: ['user_12'],
    user_1: ['user_1'],
    user_: [],
  };
  for (const [query, found] of Object.entries(looked)) {
    expect([query, await ids(club, { query })]).toEqual([query, found]);
    expect((await list(club, { query, limit: 1 })).total).toBe(found.length);
  }
});

test('shows those who are excluded, or only the others', async () => {
  const club = await community();
  await club.seat({ ana: [20, '10:00:00'], ben: [10, '10:00:00'] });
  await club.set('ana', { excluded: true });
  expect(await ids(club, { excluded: true })).toEqual(['ana']);
  expect(await ids(club, { excluded: false })).toEqual(['ben']);
});

test('pages show everybody once with the rank they have, whatever happens meanwhile above', async () => {
  const club = await community();
  const members = Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [`user_${index}`, [10 * Math.floor(index / 3), '10:00:00']]),
  ) as Parameters<TestCommunity['seat']>[0];
  await club.seat(members);

  const seen: string[] = [];
  let after: Filter['after'] = null;
  do {
    const page = await list(club, { limit: 2, after });
    expect(page.total).toBeGreaterThanOrEqual(9);
    seen.push(...page.members.map(({ userId, rank }) => `${rank} ${userId}`));
    after = page.next;
    if (seen.length === 4) await club.seat({ above: [1000, '11:00:00'] });
  } while (after);

  expect(seen).toEqual([
    '1 user_6',
    '1 user_7',
    '1 user_8',
    '4 user_3',
    '5 user_4',
    '5 user_5',
    'null user_0',
    'null user_1',
    'null user_2',
  ]);
});

test('other communities’ members are not among them, and an unknown community has no list', async () => {
  const [club, guild] = [await community(), await community()];
  await guild.seat({ ana: [20, '10:00:00'] });
  expect(await list(club)).toEqual({ total: 0, members: [], next: null });
  expect(await functions.listMembers('biz_nowhere', { limit: 1, after: null })).toBeNull();
});
