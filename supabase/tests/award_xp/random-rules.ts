import fc from 'fast-check';
import type { RulesInput } from '@wee5/contract';

const limits = fc.record(
  {
    cooldownSeconds: fc.constantFrom(0, 30, 60, 90),
    dailyCap: fc.integer({ min: 1, max: 60 }),
    weeklyCap: fc.integer({ min: 1, max: 90 }),
  },
  { requiredKeys: [] },
);

const bank = fc
  .record({ capacity: fc.integer({ min: 1, max: 50 }), refillPerHour: fc.integer({ min: 1, max: 400 }) })
  .map((effortBank) => ({ effortBank }));

/** Bounds that bind every now and then among a few minutes of activities. */
export const randomRules: fc.Arbitrary<RulesInput> = fc.record(
  {
    sources: fc.record(
      {
        chat: fc.oneof(limits, bank),
        reply: limits,
        reaction: fc.oneof(limits, bank),
      },
      { requiredKeys: [] },
    ),
    dailyCap: fc.integer({ min: 1, max: 120 }),
    weeklyCap: fc.integer({ min: 1, max: 160 }),
    repeatReactions: fc.constant({ withinDays: 1 }),
    streaks: fc.record({ graceHours: fc.integer({ min: 0, max: 1 }) }),
  },
  { requiredKeys: [] },
);
