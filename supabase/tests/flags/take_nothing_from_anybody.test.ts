import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rows } from '../support/index.ts';
import { chats, flags, open, raise, reactions } from './flags.ts';

const everything = (communityId: string) =>
  rows(
    `select
       (select jsonb_agg(to_jsonb(u) order by u.id) from public.users u where u.community_id = $1) as users,
       (select jsonb_agg(to_jsonb(p) order by p.user_id, p.kind, p.starts_on)
        from public.period_totals p where p.community_id = $1) as periods,
       (select jsonb_agg(to_jsonb(l) order by l.id) from public.activity_log l where l.community_id = $1) as log,
       (select version from public.communities where id = $1) as version`,
    [communityId],
  );

const user = fc.constantFrom('ana', 'ben', 'cem', 'dee');
const farming = fc.array(
  fc.oneof(
    fc.tuple(user, fc.integer({ min: 1, max: 45 })).map(([id, count]) => chats(id, count)),
    fc
      .tuple(user, user, fc.integer({ min: 1, max: 8 }))
      .map(([a, b, count]) => (a === b ? [] : [...reactions(a, b, count), ...reactions(b, a, count)])),
  ),
  { minLength: 1, maxLength: 6 },
);

test('whatever is flagged, every total, period and entry stays as it is', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(farming, async (done) => {
      const club = await open();
      await club.award(...done.flat());
      const before = await everything(club.id);
      await raise(club);
      found += (await flags(club)).length;
      expect(await everything(club.id)).toEqual(before);
    }),
    { numRuns: 25 },
  );
  // Else it would say nothing.
  expect(found).toBeGreaterThan(5);
});
