import { rulesSchema, whopActivityTypes, type ActivityType, type Rules } from '@wee5/contract';
import * as fc from 'fast-check';
import type { Activity } from '../../src/pipeline/activity.ts';

/** Four members in a community, of whom everything random below is. */
export const userIds = ['user_ana', 'user_ben', 'user_cleo', 'user_dan'];

/** A Saturday evening before clocks are put back in Europe, and a Monday begins. */
const START = Date.parse('2026-10-24T19:00:00.000Z');

// Reactions most of all: it takes many of one giver to one receiver until they are worth nothing.
const anyType = fc.oneof(
  fc.constantFrom<ActivityType>(...whopActivityTypes, 'event.webinar'),
  fc.constantFrom<ActivityType>('reaction', 'reaction_received'),
);
const small = fc.integer({ min: 0, max: 40 });
const range = fc.tuple(small, small).map(([min, more]) => ({ min, max: min + more }));

const bounds = fc.oneof(
  fc.record({
    cooldownSeconds: fc.option(fc.constantFrom(0, 45, 3600), { nil: undefined }),
    dailyCap: fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }),
    weeklyCap: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
  }),
  fc.record({
    effortBank: fc.record({
      capacity: fc.integer({ min: 1, max: 80 }),
      refillPerHour: fc.constantFrom(0.3, 7, 60, 1000),
    }),
    dailyCap: fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }),
  }),
);
const little = fc.constantFrom(1, 2);
const worth = fc.record({ xp: fc.oneof(small, little, range) });
const maybe = <Rule>(rule: fc.Arbitrary<Rule>) => fc.option(rule, { nil: undefined });
const merged = <Rule extends object>(rule: fc.Arbitrary<Rule>) =>
  fc.tuple(rule, bounds).map(([own, limits]) => ({ ...own, ...limits }));
const ranged = fc.record({ xp: maybe(range) });

const multiplier = fc.record({
  name: fc.constantFrom('weekend', 'VIP', 'early'),
  factor: fc.constantFrom(0.1, 0.5, 1.1, 1.5, 2, 7.25),
  sources: maybe(fc.constantFrom<ActivityType[]>(['chat'], ['reaction', 'reply'])),
  experiences: maybe(fc.constant(['exp_1'])),
  products: maybe(fc.constant(['prod_vip'])),
});

/** Any rules that the contract takes. */
export const anyRules: fc.Arbitrary<Rules> = fc
  .record({
    sources: fc.record({
      chat: maybe(
        fc
          .tuple(merged(ranged), maybe(fc.constantFrom(2, 9)))
          .map(([rule, minLength]) => ({ ...rule, minLength })),
      ),
      reply: maybe(
        fc
          .tuple(merged(ranged), fc.integer({ min: 1, max: 30 }), fc.constantFrom(1, 30))
          .map(([rule, xp, withinDays]) => ({ ...rule, newcomerBonus: { xp, withinDays } })),
      ),
      reaction: maybe(merged(ranged)),
      reaction_received: maybe(merged(worth)),
      lesson: maybe(merged(worth)),
      membership: maybe(merged(worth)),
      payment: maybe(
        merged(
          fc.record({ xpPerUnit: fc.constantFrom(0.1, 2, 10), currency: fc.constantFrom('usd', 'eur') }),
        ),
      ),
    }),
    events: fc.record({ webinar: maybe(merged(worth)) }),
    noXpMembers: fc.constantFrom([], ['user_dan']),
    noXpExperiences: fc.constantFrom([], ['exp_2']),
    multipliers: fc.array(multiplier, { maxLength: 3 }),
    stacking: fc.constantFrom('highest', 'additive', 'compound'),
    maxMultiplier: maybe(fc.constantFrom(1, 2.5)),
    dailyCap: maybe(fc.integer({ min: 1, max: 200 })),
    weeklyCap: maybe(fc.integer({ min: 1, max: 300 })),
    repeatReactions: fc.option(fc.record({ withinDays: fc.constantFrom(1, 7) }), { nil: undefined, freq: 2 }),
  })
  .map((rules) => rulesSchema.parse(JSON.parse(JSON.stringify(rules))));

/** What `configDocumentSchema` has beside them that decides what is earned. */
export const anyPlainXp = fc.record({
  chatXp: small,
  replyXp: small,
  reactionXp: fc.oneof(small, little),
  cooldownSeconds: fc.constantFrom(0, 60, 900),
  timeZone: fc.constantFrom('UTC', 'Europe/Lisbon', 'America/Los_Angeles', 'Asia/Kathmandu'),
});

const anyStep = fc.record({
  userId: fc.oneof({ weight: 2, arbitrary: fc.constant('user_ben') }, fc.constantFrom(...userIds)),
  other: fc.oneof({ weight: 2, arbitrary: fc.constant('user_ana') }, fc.constantFrom(...userIds)),
  type: anyType,
  seconds: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 90 }) },
    fc.integer({ min: 0, max: 40_000 }),
  ),
  experienceId: fc.constantFrom('exp_1', 'exp_2', null),
  contentLength: fc.integer({ min: 0, max: 12 }),
  productIds: fc.constantFrom([], ['prod_vip']),
  amount: fc.constantFrom(0.05, 3, 29.99),
  currency: fc.constantFrom('usd', 'eur'),
  usdAmount: fc.constantFrom(null, 3.5),
  /** How many activities back the answered message is, and whether this one is a repeat of an earlier delivery. */
  back: fc.integer({ min: 1, max: 6 }),
  again: fc.integer({ min: 0, max: 9 }),
  joinedDaysBefore: fc.constantFrom(null, 0, 2, 40),
});

/** Activities in the order in which they happened; some are delivered twice. */
export function anyActivities(maxLength = 60): fc.Arbitrary<Activity[]> {
  return fc.array(anyStep, { minLength: 1, maxLength, size: 'max' }).map((steps) => {
    let time = START;
    const activities: Activity[] = [];
    for (const [index, step] of steps.entries()) {
      time += step.seconds * 1000;
      const before = activities[index - step.back];
      activities.push(
        step.again === 0 && before ? { ...before, at: new Date(time) } : toActivity(step, index, time),
      );
      if (activities[index]?.type === 'reply') activities[index].replyToKey = before?.key ?? 'chat:unknown';
    }
    return activities;
  });
}

type Step = typeof anyStep extends fc.Arbitrary<infer Each> ? Each : never;

function toActivity(step: Step, index: number, time: number): Activity {
  const { userId, other, type, experienceId, contentLength, productIds, joinedDaysBefore } = step;
  const isReaction = type === 'reaction' || type === 'reaction_received';
  const { amount, currency, usdAmount } = step;
  return {
    communityId: 'biz_set_later',
    userId,
    type,
    key: `key:${String(index).padStart(4, '0')}`,
    at: new Date(time),
    username: null,
    displayName: null,
    experienceId,
    counterpartId: isReaction && other !== userId ? other : null,
    contentLength,
    productIds,
    ...(type === 'payment' && { amount, currency, usdAmount }),
    ...(type === 'membership' &&
      joinedDaysBefore !== null && { joinedAt: new Date(time - joinedDaysBefore * 86_400_000) }),
  };
}
