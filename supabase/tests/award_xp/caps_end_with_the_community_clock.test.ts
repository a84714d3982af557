import { expect, test } from 'vitest';
import { chat, community, gains, run } from '../support/index.ts';

const onceADay = { sources: { chat: { dailyCap: 15 } } };
const onceAWeek = { sources: { chat: { weeklyCap: 15 } } };
const chats = (...times: string[]) => times.map((at) => chat('ana', at));

test('the last moment of a day and the first of the next', async () => {
  const club = await community({ cooldownSeconds: 0, timeZone: 'Asia/Tokyo', rules: onceADay });
  const results = await club.awardEach(
    ...chats('2026-11-20T14:59:59.999Z', '2026-11-20T15:00:00Z', '2026-11-21T14:59:59.999Z'),
  );
  expect(gains(results)).toEqual([15, 15, 'cap']);
});

test('a week ends on Sunday at midnight there', async () => {
  const club = await community({ cooldownSeconds: 0, timeZone: 'America/New_York', rules: onceAWeek });
  const results = await club.awardEach(
    ...chats('2026-11-16T05:00:00Z', '2026-11-23T04:59:59.999Z', '2026-11-23T05:00:00Z'),
  );
  expect(gains(results)).toEqual([15, 'cap', 15]);
});

test.each([
  [
    '23 hours when the clocks go forward',
    '2026-03-08T05:00:00Z',
    '2026-03-09T03:59:59Z',
    '2026-03-09T04:00:00Z',
  ],
  ['25 hours when they go back', '2026-11-01T04:00:00Z', '2026-11-02T04:59:59Z', '2026-11-02T05:00:00Z'],
])('a day has %s', async (_, first, last, next) => {
  const club = await community({ cooldownSeconds: 0, timeZone: 'America/New_York', rules: onceADay });
  expect(gains(await club.awardEach(...chats(first, last, next)))).toEqual([15, 'cap', 15]);
});

test('a late event counts in its own day, whatever today has used up', async () => {
  const club = await community({ cooldownSeconds: 0, rules: onceADay });
  const results = await club.awardEach(...chats('10:00:00', '2026-11-19T23:59:59Z', '2026-11-19T10:00:00Z'));
  expect(gains(results)).toEqual([15, 15, 'cap']);
});

test('several days in one call each have their own cap', async () => {
  const club = await community({ cooldownSeconds: 0, rules: onceADay });
  const results = await club.award(
    ...chats('11:00:00', '2026-11-19T10:00:00Z', '10:00:00', '2026-11-19T11:00:00Z'),
  );
  expect(gains(results)).toEqual(['cap', 15, 15, 'cap']);
});

/** New York's days until Friday has ended there, then Tokyo's. */
async function moved() {
  const club = await community({ cooldownSeconds: 0, timeZone: 'Asia/Tokyo', rules: onceADay });
  await run(
    `insert into public.community_time_zones (community_id, kind, starts_at, time_zone)
     values ($1, 'day', '-infinity', 'America/New_York'), ($1, 'day', '2026-11-21T05:00:00Z', 'Asia/Tokyo')`,
    [club.id],
  );
  return club;
}

test('a changed zone ends no day early, and its first day is the rest of the day it begins in', async () => {
  const club = await moved();

  const results = await club.awardEach(
    ...chats('2026-11-20T05:00:00Z', '2026-11-21T04:59:59Z', '2026-11-21T05:00:00Z'),
    ...chats('2026-11-21T14:59:59Z', '2026-11-21T15:00:00Z'),
  );

  expect(gains(results)).toEqual([15, 'cap', 15, 'cap', 15]);
});

test('periods are booked by the zone that made them', async () => {
  const club = await moved();
  await club.award(...chats('2026-11-20T23:00:00Z', '2026-11-21T23:00:00Z'));
  expect(await club.periods('ana')).toMatchObject({ 'day 2026-11-20': 15, 'day 2026-11-22': 15 });
});
