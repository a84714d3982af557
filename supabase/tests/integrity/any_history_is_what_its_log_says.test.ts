import fc from 'fast-check';
import { expect, test } from 'vitest';
import { community, rows, run } from '../support/index.ts';
import { check, rebuild } from './check.ts';
import { history, take } from './history.ts';

const projections = (communityId: string) =>
  rows(
    `select u.id, u.xp, u.peak_xp, u.level, u.reached_at, p.periods, s.days
     from public.users u
     cross join lateral (
       select jsonb_agg(jsonb_build_array(kind, starts_on, time_zone, xp) order by kind, starts_on, time_zone)
         filter (where xp > 0) as periods
       from public.period_totals p where p.community_id = u.community_id and p.user_id = u.id) p
     cross join lateral (
       select jsonb_agg(day order by day) as days
       from public.streak_days s where s.community_id = u.community_id and s.user_id = u.id) s
     where u.community_id = $1 order by u.id`,
    [communityId],
  );

test('nothing differs after whatever happened, a rebuild changes nothing, and it brings back all that was lost', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const club = await community({ cooldownSeconds: 60, levels: [10, 30, 60, 100] });
      for (const [n, step] of steps.entries()) await take(club, step, n);

      expect(await check(club.id)).toMatchObject({ counts: {}, mismatches: [] });
      const before = await projections(club.id);
      const version = await club.version();
      expect(await rebuild(club.id)).toMatchObject({ mended: {} });
      expect(await projections(club.id)).toEqual(before);
      expect(await club.version()).toBe(version);

      await run(
        'update public.users set xp = 0, peak_xp = 0, level = 0, reached_at = null where community_id = $1',
        [club.id],
      );
      await run('delete from public.period_totals where community_id = $1', [club.id]);
      await rebuild(club.id);
      expect(await projections(club.id)).toEqual(before);
    }),
    { numRuns: 60 },
  );
});
