import { expect, test } from 'vitest';
import { chat, community, run } from '../support/index.ts';
import { setRules } from '../support/rules.ts';
import { earnOn, november, streakOf } from './streak.ts';

test('without freezes and grace it ends with the day after the last one', async () => {
  const club = await community();
  await earnOn(club, november(18, 19));
  const held = { days: 2, freezes: 0, frozen_days: 0, ends_at: '2026-11-21T00:00:00.000Z' };
  expect(await streakOf(club, '2026-11-19T10:00:00Z')).toEqual(held);
  expect(await streakOf(club, '2026-11-20T23:59:59Z')).toEqual(held);
  expect(await streakOf(club, '2026-11-21T00:00:00Z')).toEqual({
    days: 0,
    freezes: 0,
    frozen_days: 0,
    ends_at: null,
  });
});

test('a freeze is earned with every so many days, up to the most, and bridges a missed day without counting it', async () => {
  const club = await community();
  await setRules(club, { streaks: { freezeEveryDays: 2, maxFreezes: 2 } });
  await earnOn(club, november(1, 2, 3, 4, 5, 6));
  expect(await streakOf(club, '2026-11-06T12:00:00Z')).toMatchObject({ days: 6, freezes: 2, frozen_days: 0 });
  expect(await streakOf(club, '2026-11-09T12:00:00Z')).toEqual({
    days: 6,
    freezes: 0,
    frozen_days: 2,
    ends_at: '2026-11-10T00:00:00.000Z',
  });
  expect(await streakOf(club, '2026-11-10T00:00:00Z')).toMatchObject({ days: 0, ends_at: null });

  await earnOn(club, november(9));
  expect(await streakOf(club, '2026-11-09T13:00:00Z')).toMatchObject({ days: 7, freezes: 0 });
  await earnOn(club, november(10));
  expect(await streakOf(club, '2026-11-10T13:00:00Z')).toMatchObject({ days: 8, freezes: 1 });
});

test('a gap that is longer than the freezes ends the streak, and its freezes with it', async () => {
  const club = await community();
  await setRules(club, { streaks: { freezeEveryDays: 2 } });
  await earnOn(club, november(1, 2, 3, 4, 8));
  expect(await streakOf(club, '2026-11-08T12:00:00Z')).toMatchObject({ days: 1, freezes: 0 });
});

test('until the grace after midnight is over, the day before can be saved', async () => {
  const club = await community({ timeZone: 'America/New_York' });
  await setRules(club, { streaks: { graceHours: 3 } });
  await club.award(chat('ana', '2026-11-18T18:00:00Z'));
  expect(await streakOf(club, '2026-11-20T07:59:59Z')).toMatchObject({
    days: 1,
    ends_at: '2026-11-20T08:00:00.000Z',
  });
  expect(await streakOf(club, '2026-11-20T08:00:00Z')).toMatchObject({ days: 0 });

  // At half past two by the clock there, for the 19th and the 20th.
  await club.award(chat('ana', '2026-11-20T07:30:00Z'));
  expect(await streakOf(club, '2026-11-20T08:00:00Z')).toMatchObject({
    days: 3,
    ends_at: '2026-11-22T08:00:00.000Z',
  });
});

test('days end by the member’s own clock where they gave one, unless the rules say the community’s', async () => {
  const club = await community({ timeZone: 'UTC' });
  await club.award(chat('ana', '2026-11-18T10:00:00Z'));
  await run(`update public.users set time_zone = 'Pacific/Auckland' where community_id = $1`, [club.id]);
  await club.award(chat('ana', '2026-11-18T12:00:00Z'));

  // There it was the 19th already.
  expect(await streakOf(club, '2026-11-18T12:30:00Z')).toMatchObject({
    days: 2,
    ends_at: '2026-11-20T11:00:00.000Z',
  });
  await setRules(club, { streaks: { timeZone: 'community' } });
  expect(await streakOf(club, '2026-11-18T12:30:00Z')).toMatchObject({
    days: 1,
    ends_at: '2026-11-20T00:00:00.000Z',
  });
});

test('nobody has a streak before they earn, and each member their own', async () => {
  const club = await community();
  await club.award(chat('ben', '2026-11-18T10:00:00Z'));
  expect(await streakOf(club, '2026-11-18T11:00:00Z')).toEqual({
    days: 0,
    freezes: 0,
    frozen_days: 0,
    ends_at: null,
  });
});
