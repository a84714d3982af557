import fc from 'fast-check';
import { expect, test } from 'vitest';
import { community } from '../support/index.ts';
import { setRules } from '../support/rules.ts';
import { earnOn, streakOf, type Streak } from './streak.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Rules {
  freezeEveryDays: number;
  maxFreezes: number;
  graceHours: number;
}

/** The rule in words of its own: walks through every day, active or not, and then asks what today may still save. */
function fold(active: Set<number>, now: number, { freezeEveryDays, maxFreezes, graceHours }: Rules): Streak {
  const today = Math.floor(now / DAY);
  const isOver = (day: number) => now >= (day + 1) * DAY + graceHours * HOUR;
  const days = [...active].filter((day) => day <= today);
  let [count, freezes, frozen, last] = [0, 0, 0, 0];
  for (let day = Math.min(...days, today); day <= today; day += 1) {
    if (active.has(day)) {
      count += 1;
      [frozen, last] = [0, day];
      if (freezeEveryDays > 0 && count % freezeEveryDays === 0) freezes = Math.min(maxFreezes, freezes + 1);
    } else if (isOver(day) || days.some((later) => later > day)) {
      if (freezes > 0) [freezes, frozen] = [freezes - 1, frozen + 1];
      else [count, freezes, frozen] = [0, 0, 0];
    }
  }
  // Days that freezes did not hold together in the end were used up in vain: the streak is over then.
  if (count === 0) return { days: 0, freezes: 0, frozen_days: 0, ends_at: null };
  const end = (last + frozen + freezes + 2) * DAY + graceHours * HOUR;
  return { days: count, freezes, frozen_days: frozen, ends_at: new Date(end).toISOString() };
}

test('for any days, freezes, grace and hour', async () => {
  await fc.assert(
    fc.asyncProperty(
      // Gaps, so that streaks hold, are held over, and end.
      fc.array(fc.constantFrom(1, 1, 1, 1, 2, 3, 4), { maxLength: 30 }),
      fc.record({
        freezeEveryDays: fc.constantFrom(0, 1, 2, 3),
        maxFreezes: fc.integer({ min: 1, max: 3 }),
        graceHours: fc.constantFrom(0, 2, 12),
      }),
      fc.integer({ min: -48, max: 96 }),
      async (gaps, rules, hours) => {
        const club = await community();
        await setRules(club, { streaks: rules });
        let day = Date.parse('2026-10-01') / DAY;
        const active = new Set(gaps.map((gap) => (day += gap)));
        await earnOn(
          club,
          [...active].map((each) => new Date(each * DAY).toISOString().slice(0, 10)),
        );
        const now = day * DAY + hours * HOUR;
        expect(await streakOf(club, new Date(now).toISOString())).toEqual(fold(active, now, rules));
      },
    ),
    { numRuns: 150 },
  );
});
