import { expect, test } from 'vitest';
import { chat, community, functions, rows, save, type TestCommunity } from '../support/index.ts';

interface Bounds {
  starts_on: string;
  time_zone: string;
  starts_at: string;
  ends_at: string;
}

const utc = (time: string): string => new Date(time).toISOString();

async function period(club: TestCommunity, kind: string, at: string): Promise<Bounds> {
  const [found] = await rows<Bounds>('select * from public.period_bounds($1, $2, $3)', [club.id, kind, at]);
  if (!found) throw new Error('No period.');
  return { ...found, starts_at: utc(found.starts_at), ends_at: utc(found.ends_at) };
}

const zones = (club: TestCommunity) =>
  rows<{ kind: string; starts_at: string; time_zone: string }>(
    `select kind, starts_at, time_zone from public.community_time_zones where community_id = $1
     order by kind, starts_at`,
    [club.id],
  );

test('what runs goes on in its zone to its end, and the next day, week and month are of the new one', async () => {
  const club = await community();
  await save(club.id, 1, { timeZone: 'Asia/Tokyo' });

  expect(await functions.getCommunity(club.id)).toMatchObject({ timeZone: 'Asia/Tokyo' });
  expect(await period(club, 'day', '2026-11-20T23:59:59Z')).toEqual({
    starts_on: '2026-11-20',
    time_zone: 'UTC',
    starts_at: '2026-11-20T00:00:00.000Z',
    ends_at: '2026-11-21T00:00:00.000Z',
  });
  // In Tokyo it is nine by then, so its first day is short.
  expect(await period(club, 'day', '2026-11-21T00:00:00Z')).toEqual({
    starts_on: '2026-11-21',
    time_zone: 'Asia/Tokyo',
    starts_at: '2026-11-21T00:00:00.000Z',
    ends_at: '2026-11-21T15:00:00.000Z',
  });
  expect(await period(club, 'week', '2026-11-22T23:00:00Z')).toMatchObject({ time_zone: 'UTC' });
  expect(await period(club, 'week', '2026-11-23T00:00:00Z')).toMatchObject({ time_zone: 'Asia/Tokyo' });
  expect(await period(club, 'month', '2026-11-30T23:00:00Z')).toMatchObject({ time_zone: 'UTC' });
  expect(await period(club, 'month', '2026-12-01T00:00:00Z')).toMatchObject({ time_zone: 'Asia/Tokyo' });
});

test('where the new zone is behind, its first day is what is left of that day there', async () => {
  const club = await community();
  await save(club.id, 1, { timeZone: 'America/New_York' });

  expect(await period(club, 'day', '2026-11-21T00:00:00Z')).toEqual({
    starts_on: '2026-11-20',
    time_zone: 'America/New_York',
    starts_at: '2026-11-21T00:00:00.000Z',
    ends_at: '2026-11-21T05:00:00.000Z',
  });
});

test('a late event goes to its own period by the zone of that time', async () => {
  const club = await community({ cooldownSeconds: 0 });
  await save(club.id, 1, { timeZone: 'Asia/Tokyo', cooldownSeconds: 0 });
  club.configVersion = 2;

  await club.award(
    chat('ana', '2026-11-19T23:00:00Z', { xp: 1 }),
    chat('ana', '2026-11-20T23:00:00Z', { xp: 2 }),
    chat('ana', '2026-11-21T01:00:00Z', { xp: 4 }),
    chat('ana', '2026-11-21T16:00:00Z', { xp: 8 }),
  );

  const totals = await rows(
    `select starts_on::text, time_zone, xp from public.period_totals
     where community_id = $1 and kind = 'day' order by starts_on, time_zone`,
    [club.id],
  );
  expect(totals).toEqual([
    { starts_on: '2026-11-19', time_zone: 'UTC', xp: 1 },
    { starts_on: '2026-11-20', time_zone: 'UTC', xp: 2 },
    { starts_on: '2026-11-21', time_zone: 'Asia/Tokyo', xp: 4 },
    { starts_on: '2026-11-22', time_zone: 'Asia/Tokyo', xp: 8 },
  ]);
});

test('a second change before the first has begun replaces it, and the old zone takes it back', async () => {
  const club = await community();
  await save(club.id, 1, { timeZone: 'Asia/Tokyo' });
  await save(club.id, 2, { timeZone: 'America/New_York', at: '2026-11-20T20:00:00Z' });
  expect(await period(club, 'day', '2026-11-21T00:00:00Z')).toMatchObject({ time_zone: 'America/New_York' });
  expect(await zones(club)).toHaveLength(6);

  await save(club.id, 3, { timeZone: 'UTC', at: '2026-11-20T21:00:00Z' });
  expect(await period(club, 'day', '2026-11-21T00:00:00Z')).toEqual({
    starts_on: '2026-11-21',
    time_zone: 'UTC',
    starts_at: '2026-11-21T00:00:00.000Z',
    ends_at: '2026-11-22T00:00:00.000Z',
  });
  expect((await zones(club)).map(({ time_zone }) => time_zone)).toEqual(['UTC', 'UTC', 'UTC']);
});

test('a day may have the new zone already while its month still waits', async () => {
  const club = await community();
  await save(club.id, 1, { timeZone: 'Asia/Tokyo', at: '2026-11-20T12:00:00Z' });
  await save(club.id, 2, { timeZone: 'UTC', at: '2026-11-21T12:00:00Z' });

  expect(await period(club, 'day', '2026-11-21T14:59:59Z')).toMatchObject({ time_zone: 'Asia/Tokyo' });
  expect(await period(club, 'day', '2026-11-21T15:00:00Z')).toMatchObject({
    starts_on: '2026-11-21',
    time_zone: 'UTC',
    starts_at: '2026-11-21T15:00:00.000Z',
  });
  const months = (await zones(club)).filter(({ kind }) => kind === 'month');
  expect(months.map(({ time_zone }) => time_zone)).toEqual(['UTC']);
});

test('a period that has an activity already keeps its zone, even where it is dated a little ahead', async () => {
  const club = await community();
  await club.award(chat('ana', '2026-11-21T00:01:00Z'));

  await save(club.id, 1, { timeZone: 'Asia/Tokyo', at: '2026-11-20T23:58:00Z' });

  expect(await period(club, 'day', '2026-11-21T00:01:00Z')).toMatchObject({ time_zone: 'UTC' });
  expect(await period(club, 'day', '2026-11-22T00:00:00Z')).toMatchObject({ time_zone: 'Asia/Tokyo' });
});

test('without a change of the zone nothing is noted', async () => {
  const club = await community({ timeZone: 'Europe/Lisbon' });
  await save(club.id, 1, { timeZone: 'Europe/Lisbon', chatXp: 1 });
  expect(await zones(club)).toEqual([]);
});
