import fc from 'fast-check';
import { expect, test } from 'vitest';
import { community } from '../support/index.ts';
import { walk } from './walk.ts';

const seat = fc.record({
  // Few values, so that many members tie in one or both.
  xp: fc.integer({ min: 0, max: 4 }).map((n) => n * 100),
  reachedAt: fc.constantFrom('10:00:00.000001', '10:00:00.000002', '10:00:01'),
  visibility: fc.constantFrom('public', 'public', 'members', 'hidden'),
  excluded: fc.constantFrom(false, false, false, true),
});

test('with any ties, visibilities and page sizes: in order, ranked, nobody twice, nobody missing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(seat, { maxLength: 25 }),
      fc.constantFrom(1, 2, 3, 7, 30),
      fc.constantFrom('public', 'members', 'admin'),
      async (seats, limit, scope) => {
        const members = seats.map((one, i) => ({ ...one, id: `user_${i}` }));
        const club = await community();
        await club.seat(Object.fromEntries(members.map((one) => [one.id, [one.xp, one.reachedAt]])));
        for (const one of members) await club.set(one.id, one);

        const expected = members
          .filter(({ xp, excluded, visibility }) => xp > 0 && !excluded && SHOWN[scope].includes(visibility))
          .toSorted((a, b) => b.xp - a.xp || compare(a.reachedAt, b.reachedAt) || compare(a.id, b.id))
          .map(({ id, xp }, _, shown) => [id, 1 + shown.filter((other) => other.xp > xp).length]);

        const entries = await walk(club, limit, { scope });
        expect(entries.map(({ userId, rank }) => [userId, rank])).toEqual(expected);
        expect((await club.board({ scope })).total).toBe(expected.length);
      },
    ),
    { numRuns: 30 },
  );
});

const SHOWN: Record<'public' | 'members' | 'admin', string[]> = {
  public: ['public'],
  members: ['public', 'members'],
  admin: ['public', 'members', 'hidden'],
};

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
