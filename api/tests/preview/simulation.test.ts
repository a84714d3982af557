import { levelAt, levelThresholds, receiptSchema, type Receipt } from '@wee5/contract';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Simulation } from '../../src/preview/simulation.ts';
import { anyActivities, anyPlainXp, anyRules } from './arbitraries.ts';
import { plainDocument } from '../support/plain-document.ts';
import { openDatabase, PlayedCommunity, type OpenDatabase } from './played-community.ts';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openDatabase();
}, 60_000);
afterAll(() => database.close());

const thresholds = levelThresholds(plainDocument.curve, plainDocument.topLevel);

test('whatever the rules, the database decides as the simulation does: each outcome, each total, each level', async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      anyRules,
      anyPlainXp,
      anyActivities(),
      fc.constantFrom(1, 7, 100),
      async (rules, plain, activities, size) => {
        const community = await PlayedCommunity.create(database, { ...plain, rules });
        const booked = await community.play(activities, size);
        const simulation = new Simulation({
          configuration: community.configuration,
          zones: { timeZone: plain.timeZone, changes: [] },
        });
        const decided = activities.map((activity) => simulation.play(community.own(activity)));

        expect(booked.map(({ outcome, xpAwarded }) => ({ outcome, xp: xpAwarded }))).toEqual(decided);
        const last = new Map(activities.map(({ userId }, index) => [userId, booked[index]]));
        for (const [userId, result] of last) {
          const xp = simulation.xpOf(userId);
          expect(result).toMatchObject({ xp, level: levelAt(xp, thresholds) });
        }
        for (const { outcome } of decided) seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      },
    ),
    { numRuns: 150 },
  );
  expect([...seen.keys()].toSorted()).toEqual(
    [
      'awarded',
      'bank',
      'cap',
      'cooldown',
      'duplicate',
      'no-xp-experience',
      'no-xp-member',
      'repeat',
      'source-off',
      'too-short',
    ].toSorted(),
  );
}, 120_000);

test('whatever the rules, the receipt of an award adds up to its XP', async () => {
  await fc.assert(
    fc.asyncProperty(anyRules, anyPlainXp, anyActivities(), async (rules, plain, activities) => {
      const community = await PlayedCommunity.create(database, { ...plain, rules });
      for (const { outcome, xpAwarded, receipt } of await community.play(activities, 100)) {
        if (outcome === 'duplicate') continue;
        const read = receiptSchema.parse(receipt);
        if (outcome === 'awarded') expect(xpAwarded).toBe(sumOf(read));
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

function sumOf({ base, bonus, multiplier = 1, repeat = 1, cap, bank }: Receipt): number {
  const exact = ((base + (bonus?.xp ?? 0)) * multiplier) / repeat;
  return Math.min(Math.round(Number(exact.toPrecision(15))), cap?.left ?? Infinity, bank?.left ?? Infinity);
}
