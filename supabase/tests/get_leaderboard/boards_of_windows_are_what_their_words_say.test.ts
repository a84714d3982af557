import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BoardQuery } from '../support/index.ts';
import { community, run } from '../support/index.ts';
import { walk } from './walk.ts';

/** Few values, so that many members tie in one or more of them. */
const member = fc.record({
  xp: fc.integer({ min: 0, max: 3 }),
  lastWeek: fc.integer({ min: 0, max: 3 }),
  reachedAt: fc.constantFrom(
    '2026-11-18T10:00:00.000001Z',
    '2026-11-18T10:00:00.000002Z',
    '2026-11-18T11:00:00Z',
  ),
  joined: fc.constantFrom(
    '2026-11-20T11:59:59.000000Z',
    '2026-10-21T12:00:00.000001Z',
    '2026-10-21T12:00:00.000000Z',
    null,
  ),
  visibility: fc.constantFrom('public', 'public', 'members', 'hidden'),
  excluded: fc.constantFrom(false, false, false, true),
});
type Member = { id: string } & (typeof member extends fc.Arbitrary<infer M> ? M : never);

const SHOWN = {
  public: ['public'],
  members: ['public', 'members'],
  admin: ['public', 'members', 'hidden'],
};

/** Who stands on each board, and with which score. */
const SCORES: Record<'top' | 'newcomers' | 'climbers', (member: Member) => number> = {
  top: ({ xp }) => xp,
  newcomers: ({ xp, joined }) => (joined && joined > '2026-10-21T12:00:00.000000Z' ? xp : 0),
  climbers: ({ xp, lastWeek }) => xp - lastWeek,
};

test('with any ties, visibilities and page sizes: in order, ranked, nobody twice, nobody missing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(member, { maxLength: 15 }),
      fc.constantFrom(1, 2, 3, 7, 30),
      fc.constantFrom('public', 'members', 'admin'),
      fc.constantFrom('top', 'newcomers', 'climbers'),
      async (drawn, limit, scope, board) => {
        const members = drawn.map((one, i) => ({ ...one, id: `user_${i}` }));
        const club = await clubOf(members);
        const scoreOf = SCORES[board];
        const shown = members
          .filter((one) => scoreOf(one) > 0 && !one.excluded && SHOWN[scope].includes(one.visibility))
          .toSorted(
            (a, b) => scoreOf(b) - scoreOf(a) || compare(a.reachedAt, b.reachedAt) || compare(a.id, b.id),
          );
        const rankOf = (one: Member) => 1 + shown.filter((other) => scoreOf(other) > scoreOf(one)).length;

        const which: BoardQuery = { scope, board, window: 'week' };
        const entries = await walk(club, limit, which);
        expect(entries.map(({ userId, rank, xp }) => [userId, rank, xp])).toEqual(
          shown.map((one) => [one.id, rankOf(one), one.xp]),
        );
        expect(entries.map(({ gain }) => gain)).toEqual(
          shown.map((one) => (board === 'climbers' ? scoreOf(one) : undefined)),
        );
        for (const one of members) {
          const { me, total } = await club.board({ ...which, viewer: one.id });
          const hasPlace = scoreOf(one) > 0 && !one.excluded;
          expect([me?.userId, me?.rank, total]).toEqual([
            hasPlace ? one.id : undefined,
            hasPlace ? rankOf(one) : undefined,
            shown.length,
          ]);
        }
        for (const one of shown) {
          const around = await club.board({ ...which, limit, around: one.id });
          const place = around.entries.findIndex(({ userId }) => userId === one.id);
          expect(place).toBeGreaterThanOrEqual(0);
          const from = shown.indexOf(one) - place;
          expect(around.entries.map(({ userId, rank }) => [userId, rank])).toEqual(
            shown.slice(from, from + limit).map((each) => [each.id, rankOf(each)]),
          );
        }
      },
    ),
    { numRuns: 25 },
  );
});

/** It is noon of Friday the 20th; totals are of all time, and their sum plays no part. */
async function clubOf(members: Member[]) {
  const club = await community();
  const given = JSON.stringify(members);
  await run(
    `insert into public.users (community_id, id, xp, peak_xp, reached_at, joined_at, visibility, excluded)
     select $1, m.id, 1, 1, m."reachedAt", m.joined, m.visibility, m.excluded
     from jsonb_to_recordset($2::jsonb) m
       (id text, "reachedAt" timestamptz, joined timestamptz, visibility text, excluded boolean)`,
    [club.id, given],
  );
  await run(
    `insert into public.period_totals (community_id, kind, starts_on, time_zone, user_id, xp, reached_at)
     select $1, 'week', w.starts_on, 'UTC', m.id, w.xp, m."reachedAt"
     from jsonb_to_recordset($2::jsonb) m (id text, xp bigint, "lastWeek" bigint, "reachedAt" timestamptz),
       lateral (values (date '2026-11-16', m.xp), ('2026-11-09', m."lastWeek")) w (starts_on, xp)`,
    [club.id, given],
  );
  return club;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
