import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabaseFunctions } from '../../src/database/functions.ts';
import { openPglite } from '../../src/database/pglite.ts';
import type { Database } from '../../src/database/port.ts';
import { MemoryMarks } from '../../src/marks/memory.ts';
import type { Activity } from '../../src/pipeline/activity.ts';
import { createAward } from '../../src/pipeline/award.ts';
import { Configurations } from '../../src/pipeline/configurations.ts';
import { CoolDown } from '../../src/pipeline/cool-down.ts';
import { activityOf, createClock, createMemoryLog } from './support.ts';

let database: Database;
beforeAll(async () => {
  database = await openPglite();
});
afterAll(() => database.close());

/** One arrival: when the activity happened, and how long after the one before it arrived by the store's clock. */
const arrival = fc.record({
  happenedAtMs: fc.integer({ min: -120_000, max: 120_000 }),
  user: fc.constantFrom('user_1', 'user_2'),
  type: fc.constantFrom('chat', 'reaction'),
  message: fc.integer({ min: 0, max: 15 }),
  passedMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40_000 })),
  markIsLost: fc.constantFrom(true, false, false, false),
});

let run = 0;

it('refuses early only what the database refuses, whatever order, clock, expiry and loss', async () => {
  let refusedEarly = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(arrival, { minLength: 20, maxLength: 40 }), async (arrivals) => {
      const path = createPath(`biz_${(run += 1)}`);
      for (const { passedMs, markIsLost, ...what } of arrivals) {
        path.advance(passedMs);
        const activity = path.toActivity(what);
        const early = (await path.coolDown.refused([activity])).has(activity);
        // The database is asked in any case: it says whether the early word was right.
        const [booked] = await path.award([activity]);
        if (booked?.status !== 'fulfilled') throw new Error('the database refused the data');
        const { outcome } = booked.value.result;
        if (early) expect(outcome, JSON.stringify(what)).not.toBe('awarded');
        refusedEarly += Number(early);
        if (outcome === 'awarded' && !markIsLost) path.coolDown.remember([booked.value]);
        await path.coolDown.drain();
      }
    }),
    { numRuns: 25 },
  );
  expect(refusedEarly).toBeGreaterThan(20);
});

function createPath(communityId: string) {
  // The store's clock has nothing to do with the time of the events.
  const clock = createClock(new Date('2031-01-01T00:00:00Z'));
  const functions = createDatabaseFunctions(database);
  const configurations = new Configurations({
    database: functions,
    communityDefaults: { visibility: 'public', levelThresholds: [100] },
    now: clock.now,
  });
  const { log } = createMemoryLog();
  const coolDown = new CoolDown({ marks: new MemoryMarks({ now: clock.now }), configurations, log });
  const start = new Date('2026-11-20T18:00:00Z').getTime();
  const toActivity = (what: {
    happenedAtMs: number;
    user: string;
    type: Activity['type'];
    message: number;
  }) =>
    activityOf({
      communityId,
      userId: what.user,
      type: what.type,
      key: `${what.type}:${what.user}:${what.message}`,
      at: new Date(start + what.happenedAtMs),
    });
  return {
    coolDown,
    toActivity,
    advance: clock.advance,
    award: createAward({ database: functions, configurations }),
  };
}
