import { expect, test } from 'vitest';
import { chat, community, run } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

const ids = ({ entries }: { entries: { userId: string }[] }) => entries.map(({ userId }) => userId);

test.each([
  { window: 'day', at: '2026-11-20T22:59:59.999Z', who: ['ana'] },
  { window: 'day', at: '2026-11-20T23:00:00Z', who: ['ben'] },
  { window: 'day', at: '2026-11-20', who: ['ana'] },
  { window: 'day', at: '2026-11-21', who: ['ben'] },
  { window: 'day', at: '2026-11-22', who: [] },
  { window: 'week', at: '2026-11-22', who: ['ana', 'ben'] },
  { window: 'month', at: '2026-11-30T23:30:00Z', who: [] },
  { window: 'month', at: '2026-11-01', who: ['ana', 'ben'] },
] as const)('$window of $at in Berlin', async ({ window, at, who }) => {
  const club = await community({ timeZone: 'Europe/Berlin' });
  await club.award(chat('ana', '2026-11-20T22:59:00Z'), chat('ben', '2026-11-20T23:01:00Z'));

  expect(ids(await club.board({ window, windowAt: at, at: '2027-03-01T00:00:00Z' }))).toEqual(who);
  // The same, were it now.
  if (at.includes('T')) expect(ids(await club.board({ window, at }))).toEqual(who);
});

test('its ends are told; all time has none', async () => {
  const club = await community({ timeZone: 'America/New_York' });
  const windowOf = async (window: 'day' | 'week' | 'month' | 'all') =>
    (await club.board({ window, at: '2026-11-01T12:00:00Z' })).window;

  expect(await windowOf('all')).toEqual({ kind: 'all', startsAt: null, endsAt: null });
  // The day has 25 hours.
  expect(await windowOf('day')).toEqual({
    kind: 'day',
    startsAt: '2026-11-01T04:00:00.000Z',
    endsAt: '2026-11-02T05:00:00.000Z',
  });
  expect(await windowOf('week')).toMatchObject({ startsAt: '2026-10-26T04:00:00.000Z' });
  expect(await windowOf('month')).toMatchObject({ endsAt: '2026-12-01T05:00:00.000Z' });
});

test('where the zone changed, a day is read by the zone it was made in', async () => {
  const club = await community({ timeZone: 'Pacific/Kiritimati' });
  await club.award(chat('ana', '2026-11-18T12:00:00Z'));
  await moveTo(club, 'Pacific/Honolulu', '2026-11-20T10:00:00Z');
  await club.award(chat('ben', '2026-11-21T12:00:00Z'));
  const board = (windowAt: string) => club.board({ window: 'day', windowAt, at: '2026-12-01T00:00:00Z' });

  // In Kiritimati it was the 19th already, in Honolulu the 21st still.
  expect(ids(await board('2026-11-19'))).toEqual(['ana']);
  expect(ids(await board('2026-11-18'))).toEqual([]);
  expect(ids(await board('2026-11-21'))).toEqual(['ben']);
});

test('climbers gain on all of their last week, also where it went on for some hours by another zone', async () => {
  const club = await community({ timeZone: 'UTC' });
  await club.award(chat('ana', '2026-11-12T12:00:00Z', { xp: 10 }));
  // The week ends in UTC and goes on for hours in New York, as the one that began on the same Monday.
  await moveTo(club, 'America/New_York', '2026-11-16T00:00:00Z');
  await club.award(
    chat('ana', '2026-11-16T02:00:00Z', { xp: 5 }),
    chat('ana', '2026-11-17T12:00:00Z', { xp: 35 }),
  );

  const { entries } = await club.board({ board: 'climbers', window: 'week', at: '2026-11-20T12:00:00Z' });
  expect(entries).toMatchObject([{ userId: 'ana', xp: 35, gain: 20 }]);
});

/** From `at` on every kind of period is made in the zone. */
async function moveTo(club: TestCommunity, zone: string, at: string) {
  await run(
    `insert into public.community_time_zones (community_id, kind, starts_at, time_zone)
     select c.id, k.kind, f.starts_at, f.time_zone
     from public.communities c, unnest(array['day', 'week', 'month']) k (kind),
       lateral (values ('-infinity'::timestamptz, c.time_zone), ($2::timestamptz, $3)) f (starts_at, time_zone)
     where c.id = $1`,
    [club.id, at, zone],
  );
  await run('update public.communities set time_zone = $2 where id = $1', [club.id, zone]);
}
