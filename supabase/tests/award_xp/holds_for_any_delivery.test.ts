import fc from 'fast-check';
import { expect, test } from 'vitest';
import { community, rows } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';
import { activities, deliveries } from './random-activities.ts';

const COOLDOWN = 60;
const ZONE = 'Europe/Berlin';

const scenario = activities.chain((all) => fc.record({ all: fc.constant(all), calls: deliveries(all) }));

test('duplicates, disorder and splitting change neither the books nor the rules', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ all, calls }) => {
      const club = await community({ cooldownSeconds: COOLDOWN, timeZone: ZONE, levels: [10, 30, 60, 100] });
      for (const call of calls) await club.award(...call);

      const log = await club.log();
      expect(log.map(({ key }) => key).toSorted()).toEqual(all.map(({ key }) => key).toSorted());
      expect(await awardedTooClose(club)).toEqual([]);
      expect(await refusedWithoutReason(club)).toEqual([]);
      expect(await booksThatDisagree(club)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

/** Two awarded activities of a member and source that lie less than the cooldown apart. */
function awardedTooClose(club: TestCommunity) {
  return rows(
    `select a.key, b.key as other from public.activity_log a
     join public.activity_log b using (community_id, user_id, activity_type)
     where community_id = $1 and a.key < b.key and a.refusal is null and b.refusal is null
       and abs(extract(epoch from a.created_at - b.created_at)) < $2::integer`,
    [club.id, COOLDOWN],
  );
}

/** A refused activity that has no awarded one of its member and source within the cooldown. */
function refusedWithoutReason(club: TestCommunity) {
  return rows(
    `select r.key from public.activity_log r
     where r.community_id = $1 and r.refusal is not null and not exists (
       select from public.activity_log a
       where a.community_id = r.community_id and a.user_id = r.user_id and a.activity_type = r.activity_type
         and a.refusal is null and abs(extract(epoch from a.created_at - r.created_at)) < $2::integer)`,
    [club.id, COOLDOWN],
  );
}

/** Members whose total, level, times or periods are not what their log says. */
function booksThatDisagree(club: TestCommunity) {
  return rows(
    `select u.id from public.users u
     join public.xp_configurations c using (community_id)
     cross join lateral (
       select coalesce(sum(xp_awarded), 0) as xp, max(created_at) as last_active,
         max(created_at) filter (where refusal is null) as reached_at
       from public.activity_log l where l.community_id = u.community_id and l.user_id = u.id
     ) l
     cross join lateral (
       select count(*) filter (where p.xp <> of_log.xp or p.reached_at <> of_log.reached_at) as wrong, sum(p.xp) as xp
       from public.period_totals p
       cross join lateral (
         select sum(xp_awarded) as xp, max(created_at) as reached_at from public.activity_log l
         where l.community_id = u.community_id and l.user_id = u.id and l.refusal is null
           and date_trunc(p.kind, l.created_at at time zone '${ZONE}')::date = p.starts_on
       ) of_log
       where p.community_id = u.community_id and p.user_id = u.id
     ) p
     where u.community_id = $1 and (
       u.xp <> l.xp or u.level <> width_bucket(u.xp, c.level_thresholds) or u.last_active <> l.last_active
       or u.reached_at is distinct from l.reached_at or p.wrong > 0 or coalesce(p.xp, 0) <> 3 * u.xp)`,
    [club.id],
  );
}
