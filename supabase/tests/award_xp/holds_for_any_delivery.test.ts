import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RulesInput } from '@wee5/contract';
import { community, rows } from '../support/index.ts';
import type { Activity, TestCommunity } from '../support/index.ts';
import { booksThatDisagree } from './books.ts';
import { Model } from './model.ts';
import { activities, deliveries, MIDNIGHT, ZONE } from './random-activities.ts';
import { randomRules } from './random-rules.ts';

const COOLDOWN = 60;

const scenario = activities.chain((all) =>
  fc.record({ all: fc.constant(all), rules: randomRules, calls: deliveries(all) }),
);

test('duplicates, disorder and splitting change neither the books nor the rules', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ all, rules, calls }) => {
      const club = await newClub(rules);
      for (const call of calls) await club.award(...call);

      const log = await bookings(club);
      expect(log.map(({ key }) => key).toSorted()).toEqual(all.map(({ key }) => key).toSorted());
      expect(log).toEqual(modelled(rules, log, all));
      expect(await awardedTooClose(club)).toEqual([]);
      expect(await capsExceeded(club)).toEqual([]);
      expect(await booksThatDisagree(club)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('one call decides as a call for each does', async () => {
  await fc.assert(
    fc.asyncProperty(activities, randomRules, async (all, rules) => {
      const inOrder = all.toSorted((a, b) => (a.at + a.key < b.at + b.key ? -1 : 1));
      const [once, each] = [await newClub(rules), await newClub(rules)];
      const results = await once.award(...inOrder);
      const separate = await each.awardEach(...inOrder);
      const decided = ({ outcome, xpAwarded, receipt }: (typeof results)[number]) => ({
        outcome,
        xpAwarded,
        receipt,
      });
      expect(results.map(decided)).toEqual(separate.map(decided));
      expect(await once.member('ana')).toEqual(await each.member('ana'));
    }),
    { numRuns: 10 },
  );
});

function newClub(rules: RulesInput): Promise<TestCommunity> {
  return community({ cooldownSeconds: COOLDOWN, timeZone: ZONE, levels: [10, 30, 60, 100], rules });
}

interface Booking {
  key: string;
  xp: number;
  refusal: string | null;
}

/** What each activity became, in the order in which it was booked. */
function bookings(club: TestCommunity): Promise<Booking[]> {
  return rows(
    'select key, xp_awarded as xp, refusal from public.activity_log where community_id = $1 order by booking',
    [club.id],
  );
}

/** What the rules say of these activities, in the order in which the database took them. */
function modelled(rules: RulesInput, log: Booking[], all: Activity[]): Booking[] {
  const model = new Model(rules, { cooldownSeconds: COOLDOWN, midnight: MIDNIGHT });
  const byKey = new Map(all.map((activity) => [activity.key, activity]));
  return log.flatMap(({ key }) => {
    const activity = byKey.get(key);
    if (!activity) return [];
    const { xp, refusal } = model.decide(activity);
    return [{ key, xp, refusal }];
  });
}

/** Two awarded activities of a member and source that lie less than the cooldown apart. */
function awardedTooClose(club: TestCommunity) {
  return rows(
    `select a.key, b.key as other from public.activity_log a
     join public.activity_log b using (community_id, user_id, activity_type)
     join public.xp_configurations c using (community_id)
     cross join lateral (select c.rules #> array['sources', activity_type] as rule) r
     where community_id = $1 and a.key < b.key and a.refusal is null and b.refusal is null
       and (r.rule -> 'effortBank') is null
       and abs(extract(epoch from a.created_at - b.created_at))
         < coalesce((r.rule ->> 'cooldownSeconds')::integer, c.cooldown_seconds)`,
    [club.id],
  );
}

/** Members who got more in a day or week than a cap allows. */
function capsExceeded(club: TestCommunity) {
  return rows(
    `select l.user_id, k.kind, s.source from public.activity_log l
     join public.xp_configurations c using (community_id)
     cross join (values ('day', 'dailyCap'), ('week', 'weeklyCap')) k (kind, cap)
     cross join lateral (values (l.activity_type), (null)) s (source)
     where community_id = $1
     group by 1, 2, 3, k.cap, c.rules, date_trunc(k.kind, l.created_at at time zone '${ZONE}')
     having sum(l.xp_awarded) > (
       case when s.source is null then c.rules else c.rules #> array['sources', s.source] end ->> k.cap)::bigint`,
    [club.id],
  );
}
