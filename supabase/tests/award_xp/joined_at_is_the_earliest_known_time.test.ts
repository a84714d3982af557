import { expect, test } from 'vitest';
import { chat, community, membership, rows } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

async function joinedAt(club: TestCommunity) {
  const [found] = await rows<{ joined_at: string }>(
    'select public.iso_time(joined_at) as joined_at from public.users where community_id = $1',
    [club.id],
  );
  return found?.joined_at;
}

test('a later activity does not move it, a late one and Whop’s word move it back', async () => {
  const club = await community();
  await club.award(chat('ana', '10:00:00'));
  await club.award(chat('ana', '11:00:00'));
  expect(await joinedAt(club)).toBe('2026-11-20T10:00:00.000Z');

  await club.award(chat('ana', '09:00:00'));
  expect(await joinedAt(club)).toBe('2026-11-20T09:00:00.000Z');

  await club.award(membership('ana', '12:00:00', { joinedAt: '2026-11-01T00:00:00Z' }));
  expect(await joinedAt(club)).toBe('2026-11-01T00:00:00.000Z');
});
