import { expect, test } from 'vitest';
import { chat, community, run } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';
import { check, rebuild } from './check.ts';

async function club(): Promise<TestCommunity> {
  const made = await community({ levels: [10, 30], timeZone: 'Europe/Berlin' });
  await made.award(
    chat('ana', '10:00:00'),
    chat('ana', '10:00:20'),
    chat('ana', '12:00:00'),
    chat('ben', '23:30:00'),
  );
  return made;
}

const DAY = { kind: 'day', startsOn: '2026-11-20', timeZone: 'Europe/Berlin' };
const REACHED = '2026-11-20T12:00:00.000000Z';

/** How one projection is broken by hand, and what the check then says of it. */
const DAMAGE: Record<string, [sql: string, found: object[]]> = {
  'a total': [
    `update public.users set xp = 29 where community_id = $1 and id = 'ana'`,
    [{ what: 'total', stored: 29, fromLog: 30 }],
  ],
  'a peak': [
    `update public.users set peak_xp = 99 where community_id = $1 and id = 'ana'`,
    [{ what: 'peak', stored: 99, fromLog: 30 }],
  ],
  'a level': [
    `update public.users set level = 1 where community_id = $1 and id = 'ana'`,
    [{ what: 'level', stored: 1, fromLog: 2 }],
  ],
  'a time of earning': [
    `update public.users set reached_at = '2026-11-20T12:00:00.000001Z' where community_id = $1 and id = 'ana'`,
    [{ what: 'reachedAt', stored: '2026-11-20T12:00:00.000001Z', fromLog: REACHED }],
  ],
  'a period': [
    `update public.period_totals set xp = 31 where community_id = $1 and user_id = 'ana' and kind = 'day'`,
    [
      {
        what: 'period',
        stored: { ...DAY, xp: 31 },
        fromLog: { ...DAY, xp: 30, reachedAt: REACHED },
      },
    ],
  ],
  'a period in another zone': [
    `update public.period_totals set time_zone = 'UTC' where community_id = $1 and user_id = 'ana' and kind = 'day'`,
    [
      { what: 'period', stored: { ...DAY, xp: null }, fromLog: { ...DAY, xp: 30, reachedAt: REACHED } },
      {
        what: 'period',
        stored: { ...DAY, timeZone: 'UTC', xp: 30 },
        fromLog: { ...DAY, timeZone: 'UTC', xp: null, reachedAt: null },
      },
    ],
  ],
  'a missing period': [
    `delete from public.period_totals where community_id = $1 and user_id = 'ana' and kind = 'day'`,
    [{ what: 'period', stored: { ...DAY, xp: null }, fromLog: { ...DAY, xp: 30, reachedAt: REACHED } }],
  ],
  'a missing day of a streak': [
    `delete from public.streak_days where community_id = $1 and user_id = 'ana'`,
    [{ what: 'streakDay', stored: null, fromLog: '2026-11-20' }],
  ],
  'a day too many in a streak': [
    `insert into public.streak_days values ($1, 'ana', '2026-11-18')`,
    [{ what: 'streakDay', stored: '2026-11-18', fromLog: null }],
  ],
};

test('all that award_xp books is what the log says', async () => {
  const { id } = await club();
  expect(await check(id)).toEqual({ members: 2, counts: {}, mismatches: [], next: null });
});

test.each(Object.entries(DAMAGE))('%s is named, mended alone, and then right', async (_, [sql, found]) => {
  const { id } = await club();
  await run(sql, [id]);
  const { counts, mismatches } = await check(id);
  expect(mismatches).toHaveLength(found.length);
  expect(mismatches).toEqual(expect.arrayContaining(found.map((one) => ({ userId: 'ana', ...one }))));
  expect(await rebuild(id)).toEqual({ members: 2, mended: counts, next: null });
  expect(await check(id)).toMatchObject({ mismatches: [] });
});

test('a member of whom everything is lost is put together again', async () => {
  const made = await club();
  const { id } = made;
  const [member, periods] = [await made.member('ana'), await made.periods('ana')];
  await run(
    `update public.users set xp = 0, peak_xp = 0, level = 0, reached_at = null where community_id = $1`,
    [id],
  );
  await run('delete from public.period_totals where community_id = $1', [id]);
  await run('delete from public.streak_days where community_id = $1', [id]);
  expect(await rebuild(id)).toMatchObject({
    mended: { total: 2, peak: 2, level: 2, reachedAt: 2, period: 6, streakDay: 2 },
  });
  expect(await made.member('ana')).toEqual(member);
  expect(await made.periods('ana')).toEqual(periods);
  expect(await check(id)).toMatchObject({ mismatches: [] });
});

test('a log without its member is named, and nobody is made of it', async () => {
  const { id } = await club();
  await run(`delete from public.users where community_id = $1 and id = 'ben'`, [id]);
  expect(await check(id)).toMatchObject({
    members: 1,
    mismatches: [{ userId: 'ben', what: 'member', stored: null, fromLog: { xp: 15 } }],
  });
  expect(await rebuild(id)).toEqual({ members: 1, mended: {}, next: null });
});

test('slices cover everybody once, whoever comes last', async () => {
  const { id } = await club();
  await run(`update public.users set level = 7 where community_id = $1`, [id]);
  await run(`insert into public.streak_days values ($1, 'zoe', '2026-11-18')`, [id]);
  const first = await check(id, '', 1);
  expect(first).toMatchObject({ members: 1, next: 'ana', mismatches: [{ userId: 'ana' }] });
  const second = await check(id, 'ana', 1);
  expect(second).toMatchObject({ members: 1, next: 'ben', mismatches: [{ userId: 'ben' }] });
  expect(await check(id, 'ben', 1)).toMatchObject({
    members: 0,
    next: null,
    mismatches: [{ userId: 'zoe' }],
  });
});
