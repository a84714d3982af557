import { expect, test } from 'vitest';
import { chat, community, run } from '../support/index.ts';
import { walk } from './walk.ts';

async function clubWithPseudonym() {
  const club = await community();
  await club.award(
    chat('ana', '10:00:00', { username: 'ana', displayName: 'Ana' }),
    chat('ben', '09:00:00', { xp: 1 }),
  );
  await run(
    `update public.users
     set pseudonym = 'Night Owl', public_id = 'anon_1', avatar_url = 'https://example.com/a.png'
     where community_id = $1 and id = 'ana'`,
    [club.id],
  );
  return club;
}

const REAL = {
  userId: 'ana',
  publicId: 'anon_1',
  username: 'ana',
  displayName: 'Ana',
  avatarUrl: 'https://example.com/a.png',
};
const SHOWN = { userId: 'anon_1', username: null, displayName: 'Night Owl', avatarUrl: null };

const BOARDS = [
  { board: 'top', window: 'all' },
  { board: 'top', window: 'day' },
  { board: 'newcomers', window: 'all' },
  { board: 'newcomers', window: 'month' },
  { board: 'climbers', window: 'week' },
] as const;

test.each(BOARDS)(
  'id, name and picture are gone where the public looks at $board of $window',
  async (which) => {
    const club = await clubWithPseudonym();
    for (const query of [{}, { around: 'anon_1' }, { limit: 1 }]) {
      const board = await club.board({ scope: 'public', ...which, ...query });
      expect(board.entries[0]).toMatchObject(SHOWN);
      expect(JSON.stringify(board)).not.toMatch(/ana/i);
    }
  },
);

test.each(BOARDS)(
  'members and admins see the name on $board of $window, and the public id',
  async (which) => {
    const club = await clubWithPseudonym();
    for (const scope of ['members', 'admin'] as const) {
      for (const around of [undefined, 'ana', 'anon_1']) {
        const { entries } = await club.board({ scope, ...which, ...(around && { around }) });
        expect(entries[0]).toMatchObject(REAL);
      }
    }
  },
);

test('the public finds nobody by the real id, and with it no page around them', async () => {
  const club = await clubWithPseudonym();
  expect((await club.board({ scope: 'public', around: 'ana' })).entries).toEqual([]);
  expect(await club.card('ana', { scope: 'public' })).toBeNull();
});

test('a card follows the same rule, except that one’s own shows the name', async () => {
  const club = await clubWithPseudonym();
  const card = await club.card('anon_1', { scope: 'public' });
  expect(card).toMatchObject(SHOWN);
  expect(JSON.stringify(card)).not.toMatch(/ana/i);
  expect(await club.card('ana', { scope: 'public', viewer: 'ana' })).toMatchObject(REAL);
  expect(await club.card('ana', { scope: 'members' })).toMatchObject(REAL);
  expect(await club.card('anon_1', { scope: 'members' })).toMatchObject(REAL);
});

test('without the pseudonym the public id leads nowhere any more', async () => {
  const club = await clubWithPseudonym();
  await run(`update public.users set pseudonym = null where community_id = $1`, [club.id]);
  expect(await club.card('anon_1', { scope: 'public' })).toBeNull();
  expect(await club.card('ana', { scope: 'public' })).toMatchObject({ userId: 'ana', displayName: 'Ana' });
});

test('among members who reached the same at the same time the shown id decides: the order tells no real one', async () => {
  const order = async (realId: string) => {
    const club = await community();
    await club.seat({ [realId]: [100, '10:00:00'], ben: [100, '10:00:00'], cem: [100, '10:00:00'] });
    await club.set(realId, { pseudonym: 'Night Owl' });
    await run(`update public.users set public_id = 'bob' where community_id = $1 and id = $2`, [
      club.id,
      realId,
    ]);
    return (await walk(club, 1, { scope: 'public' })).map(({ userId }) => userId);
  };
  expect(await order('ana')).toEqual(['ben', 'bob', 'cem']);
  expect(await order('zoe')).toEqual(['ben', 'bob', 'cem']);
});
