import { expect, test } from 'vitest';
import { community, run } from '../support/index.ts';

async function clubWithPseudonym() {
  const club = await community();
  await club.seat({ ana: [100, '10:00:00'] });
  await club.set('ana', { pseudonym: 'Night Owl' });
  await run(
    `update public.users set username = 'ana', avatar_url = 'https://example.com/a.png' where community_id = $1`,
    [club.id],
  );
  return club;
}

const REAL = { username: 'ana', displayName: 'Ana', avatarUrl: 'https://example.com/a.png' };

test('name, user name and picture are gone where the public looks', async () => {
  const club = await clubWithPseudonym();
  const { entries } = await club.board({ scope: 'public' });
  expect(entries).toMatchObject([{ username: null, displayName: 'Night Owl', avatarUrl: null }]);
});

test('members and admins see the name', async () => {
  const club = await clubWithPseudonym();
  for (const scope of ['members', 'admin'] as const) {
    expect((await club.board({ scope })).entries).toMatchObject([REAL]);
  }
});

test('a card follows the same rule, except that one’s own shows the name', async () => {
  const club = await clubWithPseudonym();
  expect(await club.card('ana', { scope: 'public' })).toMatchObject({
    displayName: 'Night Owl',
    avatarUrl: null,
  });
  expect(await club.card('ana', { scope: 'public', viewer: 'ana' })).toMatchObject(REAL);
  expect(await club.card('ana', { scope: 'members' })).toMatchObject(REAL);
});
