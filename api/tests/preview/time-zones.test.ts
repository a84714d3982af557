import { describe, expect, test } from 'vitest';
import { Periods, type TimeZones } from '../../src/preview/time-zones.ts';

const periodsOf = (zones: TimeZones) => new Periods(zones);
const lisbon = periodsOf({ timeZone: 'Europe/Lisbon', changes: [] });
const day = (time: string, periods = lisbon) => periods.find('day', new Date(time));
const week = (time: string, periods = lisbon) => periods.find('week', new Date(time));

describe('a day', () => {
  test('begins at midnight by the clock of the zone, in summer and in winter', () => {
    expect(day('2026-07-01T22:59:59.999Z')).toBe('day Europe/Lisbon 2026-07-01');
    expect(day('2026-07-01T23:00:00.000Z')).toBe('day Europe/Lisbon 2026-07-02');
    expect(day('2026-12-01T23:59:59.999Z')).toBe('day Europe/Lisbon 2026-12-01');
  });

  test('has 25 hours where clocks are put back, and 23 where they are put forward', () => {
    const hoursOf = (date: string, from: string) => {
      const start = Date.parse(from);
      const hours = Array.from({ length: 40 }, (_, hour) =>
        day(new Date(start + hour * 3_600_000).toISOString()),
      );
      return hours.filter((each) => each.endsWith(date)).length;
    };
    expect(hoursOf('2026-10-25', '2026-10-24T20:00:00Z')).toBe(25);
    expect(hoursOf('2026-03-29', '2026-03-28T20:00:00Z')).toBe(23);
  });

  test('of a zone with an odd offset begins with its own midnight', () => {
    const kathmandu = periodsOf({ timeZone: 'Asia/Kathmandu', changes: [] });
    expect(day('2026-11-20T18:14:59Z', kathmandu)).toContain('2026-11-20');
    expect(day('2026-11-20T18:15:00Z', kathmandu)).toContain('2026-11-21');
  });
});

test('a week begins on Monday, also over the end of a year', () => {
  expect(week('2026-11-22T23:59:59Z')).toBe('week Europe/Lisbon 2026-11-16');
  expect(week('2026-11-23T00:00:00Z')).toBe('week Europe/Lisbon 2026-11-23');
  expect(week('2027-01-01T12:00:00Z')).toBe('week Europe/Lisbon 2026-12-28');
});

test('another zone makes the periods of its kind from its start on', () => {
  const moved = periodsOf({
    timeZone: 'America/Los_Angeles',
    changes: [
      { kind: 'day', startsAt: '2026-11-21T00:00:00.000Z', timeZone: 'America/Los_Angeles' },
      { kind: 'day', startsAt: null, timeZone: 'UTC' },
      { kind: 'week', startsAt: null, timeZone: 'UTC' },
      { kind: 'week', startsAt: '2026-11-23T00:00:00.000Z', timeZone: 'America/Los_Angeles' },
    ],
  });
  expect(day('2026-11-20T23:59:59Z', moved)).toBe('day UTC 2026-11-20');
  expect(day('2026-11-21T00:00:00Z', moved)).toBe('day America/Los_Angeles 2026-11-20');
  expect(week('2026-11-21T00:00:00Z', moved)).toBe('week UTC 2026-11-16');
});
