import { expect, test } from 'vitest';
import { community, functions, instant, run } from '../support/index.ts';

test('of the members asked about, those never fetched or fetched before; nobody who does not exist', async () => {
  const club = await community();
  const guild = await community();
  await guild.seat({ elsewhere: [10, '09:00:00'] });
  await club.seat({
    never: [10, '09:00:00'],
    before: [10, '09:00:00'],
    exactly: [10, '09:00:00'],
    after: [10, '09:00:00'],
    unasked: [10, '09:00:00'],
  });
  for (const [id, at] of [
    ['before', '09:59:59'],
    ['exactly', '10:00:00'],
    ['after', '10:00:01'],
  ] as const) {
    await run('update public.users set profile_fetched_at = $3 where community_id = $1 and id = $2', [
      club.id,
      id,
      instant(at),
    ]);
  }

  const asked = ['never', 'before', 'exactly', 'after', 'elsewhere', 'nobody'];
  expect(await functions.findStaleProfiles(club.id, asked, instant('10:00:00'))).toEqual(['before', 'never']);
  expect(await functions.findStaleProfiles(club.id, [], instant('10:00:00'))).toEqual([]);
});
