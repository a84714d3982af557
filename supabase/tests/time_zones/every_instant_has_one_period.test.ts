import fc from 'fast-check';
import { expect, test } from 'vitest';
import { community, rows, save, type TestCommunity } from '../support/index.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-09-01T00:00:00Z');
/** Clocks that change by an hour or half of one, at midnight or over it, and every side of the date line. */
const ZONES = [
  'UTC',
  'Europe/Lisbon',
  'America/New_York',
  'America/Havana',
  'Asia/Beirut',
  'America/Santiago',
  'America/Nuuk',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

interface Period {
  starts_on: string;
  time_zone: string;
  starts: number;
  ends: number;
}

/** The period of each instant, times in milliseconds. */
async function periodsOf(club: TestCommunity, kind: string, instants: number[]): Promise<Period[]> {
  return rows<Period>(
    `select b.starts_on::text, b.time_zone,
       extract(epoch from b.starts_at) * 1000 as starts, extract(epoch from b.ends_at) * 1000 as ends
     from unnest($2::bigint[]) with ordinality t (ms, place)
     cross join lateral public.period_bounds($1, $3, to_timestamp(t.ms / 1000.0)) b
     order by t.place`,
    [club.id, `{${instants.join(',')}}`, kind],
  );
}

const changes = fc.array(
  fc.record({ afterHours: fc.integer({ min: 1, max: 500 }), zone: fc.constantFrom(...ZONES) }),
  { minLength: 1, maxLength: 8 },
);
const kinds = fc.constantFrom('day', 'week', 'month');

test('whatever the zones and whenever they change: periods follow each other without gap or overlap', async () => {
  await fc.assert(
    fc.asyncProperty(changes, kinds, fc.constantFrom(...ZONES), async (zoneChanges, kind, first) => {
      const club = await community({ timeZone: first });
      const told: { instant: number; period: Period }[] = [];
      let now = START;
      for (const [index, { afterHours, zone }] of zoneChanges.entries()) {
        now += afterHours * HOUR;
        // What was told of the past and of the running period before a change holds after it.
        const instants = [START, now - HOUR, now];
        const found = await periodsOf(club, kind, instants);
        found.forEach((period, place) => told.push({ instant: instants[place] ?? 0, period }));
        await save(club.id, index + 1, { timeZone: zone, at: new Date(now).toISOString() });
      }
      const again = await periodsOf(
        club,
        kind,
        told.map(({ instant }) => instant),
      );
      expect(again).toEqual(told.map(({ period }) => period));

      const keys = new Set<string>();
      for (let instant = START - 40 * 24 * HOUR; instant < now + 60 * 24 * HOUR;) {
        const [period] = await periodsOf(club, kind, [instant]);
        if (!period) throw new Error('No period.');
        const inside = [period.starts, Math.floor((period.starts + period.ends) / 2), period.ends - 1];
        expect(await periodsOf(club, kind, inside)).toEqual([period, period, period]);
        expect(instant).toBeGreaterThanOrEqual(period.starts);
        expect(keys.size === 0 || instant === period.starts).toBe(true);
        const key = `${period.starts_on} ${period.time_zone}`;
        expect(keys).not.toContain(key);
        keys.add(key);
        instant = period.ends;
      }
    }),
    { numRuns: 15 },
  );
});

test.each([
  // Midnight comes twice: the day begins with the first one.
  ['America/Havana', '2026-11-01', '2026-11-01T04:00:00Z', 25],
  // An hour before midnight comes twice: the day before is longer.
  ['Asia/Beirut', '2026-10-24', '2026-10-23T21:00:00Z', 25],
  // There is no midnight: the day begins at one.
  ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00Z', 23],
  ['America/Nuuk', '2026-03-28', '2026-03-28T02:00:00Z', 23],
  ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00Z', 23.5],
  ['Europe/Lisbon', '2026-10-25', '2026-10-24T23:00:00Z', 25],
])('in %s the day %s begins at %s and has %d hours', async (zone, day, start, hours) => {
  const [found] = await rows<{ starts: number; hours: number }>(
    `select extract(epoch from public.start_of_day($1::date, $2)) * 1000 as starts,
       extract(epoch from public.start_of_day($1::date + 1, $2) - public.start_of_day($1::date, $2)) / 3600 as hours`,
    [day, zone],
  );
  expect(found).toEqual({ starts: Date.parse(start), hours });
});
