import { expect, test } from 'vitest';
import { community, functions, rows } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';
import { profile } from './profiles.ts';

async function stored(club: TestCommunity, userId: string) {
  const [row] = await rows(
    `select username, display_name, avatar_url, public.iso_time(profile_fetched_at) as fetched_at
     from public.users where community_id = $1 and id = $2`,
    [club.id, userId],
  );
  return row;
}

test('name, picture and the time of the profile are written', async () => {
  const club = await community();
  await club.seat({ ana: [10, '09:00:00'] });

  expect(await functions.saveProfiles([profile(club, 'ana')])).toBe(1);

  expect(await stored(club, 'ana')).toEqual({
    username: 'ana',
    display_name: 'The ana',
    avatar_url: 'https://img.example/ana.png',
    fetched_at: '2026-11-20T12:00:00.000Z',
  });
});

test('an older one, in a later call or in the same, does not replace it', async () => {
  const club = await community();
  await club.seat({ ana: [10, '09:00:00'], ben: [10, '09:00:00'] });
  const newest = { displayName: 'New', at: '12:00:00' };
  const older = { displayName: 'Old', at: '11:00:00' };

  await functions.saveProfiles([profile(club, 'ana', newest)]);
  expect(await functions.saveProfiles([profile(club, 'ana', older)])).toBe(0);
  await functions.saveProfiles([profile(club, 'ben', newest), profile(club, 'ben', older)]);

  for (const id of ['ana', 'ben']) {
    expect(await stored(club, id)).toMatchObject({
      display_name: 'New',
      fetched_at: '2026-11-20T12:00:00.000Z',
    });
  }
});

test('what Whop no longer has is gone', async () => {
  const club = await community();
  await club.seat({ ana: [10, '09:00:00'] });
  await functions.saveProfiles([profile(club, 'ana', { at: '11:00:00' })]);

  await functions.saveProfiles([profile(club, 'ana', { displayName: null, avatarUrl: null })]);

  expect(await stored(club, 'ana')).toMatchObject({
    username: 'ana',
    display_name: null,
    avatar_url: null,
  });
});

test('nobody is created, and another community keeps its own', async () => {
  const club = await community();
  const guild = await community();
  await guild.seat({ ana: [10, '09:00:00'] });

  expect(await functions.saveProfiles([profile(club, 'ana')])).toBe(0);
  expect(await functions.saveProfiles([])).toBe(0);

  expect(await club.member('ana')).toBeUndefined();
  expect(await guild.member('ana')).toMatchObject({ username: null, display_name: 'Ana' });
});
