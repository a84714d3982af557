import { expect, test } from 'vitest';
import { chat, community } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

async function activeOn(club: TestCommunity, ...days: number[]) {
  await club.award(...days.map((day) => chat('ana', `2026-11-${String(day).padStart(2, '0')}T12:00:00Z`)));
}

const streak = async (club: TestCommunity, at = '2026-11-20T18:00:00Z') =>
  (await club.card('ana', { at }))?.streakDays;

test.each([
  { days: [20], streak: 1, why: 'today' },
  { days: [18, 19, 20], streak: 3, why: 'up to today' },
  { days: [18, 19], streak: 2, why: 'up to yesterday, as today is not over' },
  { days: [17, 18], streak: 0, why: 'ended the day before yesterday' },
  { days: [15, 16, 17, 19, 20], streak: 2, why: 'a gap ends it' },
  { days: [16, 17, 18, 20], streak: 1, why: 'yesterday is missing' },
  { days: [20, 18, 19], streak: 3, why: 'delivered in any order' },
  { days: [18, 19, 20, 21], streak: 3, why: 'tomorrow is not counted yet' },
])('$days: $streak ($why)', async ({ days, streak: expected }) => {
  const club = await community();
  await activeOn(club, ...days);
  expect(await streak(club)).toBe(expected);
});

test('two activities of a day are one day, and a refused one is none', async () => {
  const club = await community({ cooldownSeconds: 604_800 });
  await activeOn(club, 18, 19, 20);
  expect(await streak(club)).toBe(0);

  const free = await community({ cooldownSeconds: 0 });
  await activeOn(free, 19, 20, 20);
  expect(await streak(free)).toBe(2);
});

test('days are those of the community’s time zone', async () => {
  const instants = [chat('ana', '2026-11-19T23:30:00Z'), chat('ana', '2026-11-20T00:30:00Z')];
  const utc = await community();
  const auckland = await community({ timeZone: 'Pacific/Auckland' });
  await utc.award(...instants);
  await auckland.award(...instants);

  expect(await streak(utc, '2026-11-20T12:00:00Z')).toBe(2);
  // There both fell on the 20th, and the 22nd began before the 21st did in UTC.
  expect(await streak(auckland, '2026-11-20T12:00:00Z')).toBe(1);
  expect(await streak(auckland, '2026-11-21T12:00:00Z')).toBe(0);
});

test('it crosses the end of a month and the change of clocks', async () => {
  const club = await community({ timeZone: 'America/New_York' });
  await club.award(...[30, 31].map((day) => chat('ana', `2026-10-${day}T16:00:00Z`)));
  await activeOn(club, 1, 2);
  expect(await streak(club, '2026-11-02T20:00:00Z')).toBe(4);
});
