import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../integrity/check.ts';
import { chat, community, rows } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';
import { arrivals, leftOf, newest, purchases, tell, USERS, type Purchases } from './random-purchases.ts';
import { say } from './words.ts';

const scenario = purchases.chain((all) => fc.record({ all: fc.constant(all), batches: arrivals(all) }));
/** More than everything that a history takes. */
const PLENTY = 10_000;
const levels = [PLENTY - 50, PLENTY, PLENTY + 50, PLENTY + 150];

test('totals, levels and periods are what was paid less what was refunded, whatever came when', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ all, batches }) => {
      const club = await community({ levels, cooldownSeconds: 0 });
      await club.award(...USERS.map((user) => chat(user, '10:00:00', { xp: PLENTY })));
      for (const batch of batches) await tell(club, batch);

      for (const user of USERS) expect(await standing(club, user)).toEqual(expected(all, user));
      expect(await check(club.id)).toMatchObject({ counts: {}, mismatches: [] });
    }),
    { numRuns: 25 },
  );
});

test('what a total was too low for is not collected by news that say the same', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ all, batches }) => {
      const club = await community({ levels: [50, 100], cooldownSeconds: 0 });
      for (const batch of batches) await tell(club, batch);
      expect(await check(club.id)).toMatchObject({ counts: {}, mismatches: [] });
      await club.award(...USERS.map((user) => chat(user, '13:00:00', { xp: PLENTY })));
      const before = await totals(club);

      const keys = [...new Set(all.words.map(({ key }) => key))];
      const again = keys.map((key) => newest(all.words.filter((word) => word.key === key)));
      for (const word of again) await say(club, { ...word, at: '2026-11-20T14:00:00Z' });

      expect(await totals(club)).toEqual(before);
      expect(await check(club.id)).toMatchObject({ counts: {}, mismatches: [] });
    }),
    { numRuns: 25 },
  );
});

const totals = (club: TestCommunity) =>
  rows('select id, xp, level from public.users where community_id = $1 order by id', [club.id]);

async function standing(club: TestCommunity, user: string) {
  const member = await club.member(user);
  const periods = Object.entries(await club.periods(user));
  const days = periods.filter(([period, xp]) => period.startsWith('day') && xp > 0);
  return { xp: member?.xp, level: member?.level, days: Object.fromEntries(days) };
}

function expected(all: Purchases, user: string) {
  const left = [...leftOf(all)].filter(([{ userId }]) => userId === user);
  const days: Record<string, number> = { 'day 2026-11-20': PLENTY };
  for (const [{ at }, xp] of left) {
    const day = `day ${at.slice(0, 10)}`;
    if (xp > 0) days[day] = (days[day] ?? 0) + xp;
  }
  const adjusted = all.adjustments.filter((each) => each.user === user).reduce((sum, { xp }) => sum + xp, 0);
  const xp = PLENTY + adjusted + left.reduce((sum, [, each]) => sum + each, 0);
  return { xp, level: levels.filter((threshold) => threshold <= xp).length, days };
}
