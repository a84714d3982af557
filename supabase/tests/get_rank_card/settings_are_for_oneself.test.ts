import { expect, test } from 'vitest';
import { chat, community, run } from '../support/index.ts';

test('one’s own card tells what one decided, and nobody else’s does', async () => {
  const club = await community();
  await club.award(chat('ana', '10:00:00'));
  await run(
    `update public.users set visibility = 'members', pseudonym = 'Night Owl', public_id = 'anon_1',
       announcements = false, time_zone = 'Europe/Lisbon'
     where community_id = $1`,
    [club.id],
  );
  for (const scope of ['members', 'admin'] as const) {
    expect(await club.card('ana', { scope, viewer: 'ana' })).toMatchObject({
      userId: 'ana',
      publicId: 'anon_1',
      settings: {
        visibility: 'members',
        pseudonym: 'Night Owl',
        announcements: false,
        timeZone: 'Europe/Lisbon',
      },
    });
    expect(await club.card('ana', { scope, viewer: 'ben' })).not.toHaveProperty('settings');
  }
});

test('a member without a pseudonym has no public id on any card', async () => {
  const club = await community();
  await club.award(chat('ana', '10:00:00'));
  await run(`update public.users set public_id = 'anon_1' where community_id = $1`, [club.id]);
  expect(await club.card('ana', { scope: 'admin' })).not.toHaveProperty('publicId');
  expect((await club.board()).entries[0]).not.toHaveProperty('publicId');
});
