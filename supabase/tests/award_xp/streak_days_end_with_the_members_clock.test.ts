import { expect, test } from 'vitest';
import { chat, community, rows, run } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

const NOON = '2026-11-20T12:00:00Z';

async function days(club: TestCommunity, userId = 'ana'): Promise<string[]> {
  const found = await rows<{ day: string }>(
    'select day from public.streak_days where community_id = $1 and user_id = $2 order by day',
    [club.id, userId],
  );
  return found.map(({ day }) => day);
}

/** A club by Berlin's clock with ana, who lives in Tokyo. */
async function berlin(rules = {}): Promise<TestCommunity> {
  const club = await community({ cooldownSeconds: 0, timeZone: 'Europe/Berlin', rules });
  await club.award(chat('ana', NOON, { refusal: 'too-short' }));
  await run(`update public.users set time_zone = 'Asia/Tokyo' where community_id = $1 and id = 'ana'`, [
    club.id,
  ]);
  return club;
}

test('by their own zone where they gave one, else by the community’s', async () => {
  const mixed = await berlin();
  await mixed.award(chat('ana', '2026-11-20T15:00:00Z'), chat('ben', '2026-11-20T15:00:00Z'));
  expect(await days(mixed)).toEqual(['2026-11-21']);
  expect(await days(mixed, 'ben')).toEqual(['2026-11-20']);
});

test('by the community’s for all where the rules say so', async () => {
  const strict = await berlin({ streaks: { timeZone: 'community' } });
  await strict.award(chat('ana', '2026-11-20T15:00:00Z'));
  expect(await days(strict)).toEqual(['2026-11-20']);
});

test('what is done within the grace after midnight counts for both days', async () => {
  const kind = await berlin({ streaks: { timeZone: 'community', graceHours: 2 } });
  await kind.award(chat('ana', '2026-11-20T00:59:59.999Z'), chat('ana', '2026-11-23T01:00:00Z'));
  expect(await days(kind)).toEqual(['2026-11-19', '2026-11-20', '2026-11-23']);
});

test('a refused activity keeps no streak, and a day is noted once', async () => {
  const mixed = await berlin();
  expect(await days(mixed)).toEqual([]);
  await mixed.award(chat('ana', '2026-11-20T13:00:00Z'), chat('ana', '2026-11-20T13:00:01Z'));
  await mixed.award(chat('ana', '2026-11-20T13:00:02Z'));
  expect(await days(mixed)).toEqual(['2026-11-20']);
});

test('the log keeps the time on that clock', async () => {
  const mixed = await berlin();
  await mixed.award(chat('ana', '2026-11-20T15:00:00Z', { key: 'chat:late' }));
  const [logged] = await rows(
    `select local_at from public.activity_log where community_id = $1 and key = 'chat:late'`,
    [mixed.id],
  );
  expect(logged).toEqual({ local_at: '2026-11-21T00:00:00' });
});
