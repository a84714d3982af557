import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import * as contract from '../../src/index.ts';
import { community, entry, leaderboard, problem, rankCard, reward } from './examples.ts';

const member = { version: 8, userId: 'user_ana', xp: 4675, level: 10 };
const unlocked = { version: 8, userId: 'user_ana', reward };

const examples: [name: string, schema: z.ZodType, values: unknown[]][] = [
  ['Community', contract.communitySchema, [community, { ...community, name: null, levels: [] }]],
  [
    'Leaderboard',
    contract.leaderboardSchema,
    [leaderboard, { ...leaderboard, me: entry, nextCursor: 'abc' }],
  ],
  ['RankCard', contract.rankCardSchema, [rankCard, { ...rankCard, xp: 0, rank: null, nextLevelXp: null }]],
  ['Rewards', contract.rewardsSchema, [{ rewards: [reward, { ...reward, state: null }], version: 7 }]],
  [
    'Problem',
    contract.problemSchema,
    [problem, { ...problem, errors: [{ path: 'limit', message: 'too large' }] }],
  ],
  [
    'LiveConfig',
    contract.liveConfigSchema,
    [
      community.live,
      { transport: 'supabase', url: 'https://x.supabase.co', publishableKey: 'k', topics: ['t'] },
    ],
  ],
  [
    'WebhookAnswer',
    contract.webhookAnswerSchema,
    [
      { status: 'accepted', awards: 0 },
      { status: 'duplicate' },
      ...contract.ignoredReasonSchema.options.map((reason) => ({ status: 'ignored', reason })),
      { status: 'quarantined' },
    ],
  ],
  [
    'community.changed',
    contract.liveEventSchemas['community.changed'],
    [{ version: 8 }, { version: 8, after: 5, changed: [{ userId: 'user_ana', xp: 1, level: 0 }] }],
  ],
  ['member.changed', contract.liveEventSchemas['member.changed'], [member]],
  ['member.leveled_up', contract.liveEventSchemas['member.leveled_up'], [{ ...member, previousLevel: 8 }]],
  ['reward.unlocked', contract.liveEventSchemas['reward.unlocked'], [unlocked]],
  ['reward.updated', contract.liveEventSchemas['reward.updated'], [unlocked]],
  ['community.updated', contract.liveEventSchemas['community.updated'], [{ version: 8 }]],
  ['hello', contract.liveHelloSchema, [{ version: 8 }]],
];

describe.each(examples)('%s', (_name, schema, values) => {
  test('accepts its examples and changes nothing in them', () => {
    for (const value of values) expect(schema.parse(value)).toEqual(value);
  });

  test('needs every field of its fullest example, but for the optional ones', () => {
    const fullest = values.at(-1) as Record<string, unknown>;
    for (const key of Object.keys(fullest).filter(
      (field) => !['errors', 'changed', 'after'].includes(field),
    )) {
      const { [key]: _left, ...rest } = fullest;
      expect(schema.safeParse(rest).success, key).toBe(false);
    }
  });
});

describe('an answer is refused', () => {
  const wrong: [what: string, schema: z.ZodType, value: unknown][] = [
    ['with XP that is not whole', contract.rankCardSchema, { ...rankCard, xp: 1.5 }],
    ['with XP below 0', contract.rankCardSchema, { ...rankCard, xp: -1 }],
    ['with XP that is not exact', contract.rankCardSchema, { ...rankCard, xp: 2 ** 53 }],
    ['with progress past 1', contract.rankCardSchema, { ...rankCard, progress: 1.01 }],
    ['with rank 0', contract.leaderboardEntrySchema, { ...entry, rank: 0 }],
    [
      'with a time that is not UTC',
      contract.rankCardSchema,
      { ...rankCard, lastActiveAt: '2026-11-20T18:04:05+02:00' },
    ],
    [
      'with a script as a picture',
      contract.leaderboardEntrySchema,
      { ...entry, avatarUrl: 'javascript:alert(1)' },
    ],
    ['without a source', contract.nextEligibleAtSchema, { chat: null, reply: null }],
    ['with a reward state we do not have', contract.rewardSchema, { ...reward, state: 'won' }],
    ['with an error code we do not have', contract.problemSchema, { ...problem, code: 'oops' }],
    ['with a problem that is a success', contract.problemSchema, { ...problem, status: 200 }],
    ['with a reason we do not have', contract.webhookAnswerSchema, { status: 'ignored', reason: 'boring' }],
    ['with a negative count', contract.webhookAnswerSchema, { status: 'accepted', awards: -1 }],
    ['with a status we do not have', contract.webhookAnswerSchema, { status: 'ok' }],
    ['with a transport we do not have', contract.liveConfigSchema, { transport: 'polling', url: '/x' }],
  ];
  test.each(wrong)('%s', (_what, schema, value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});

test('the reasons are the agreed words', () => {
  expect(contract.ignoredReasonSchema.options).toEqual([
    'unhandled-type',
    'unsupported-api-version',
    'direct-message',
    'support-message',
    'system-message',
    'automated-message',
    'self-reaction',
    'member-without-user',
    'member-without-picture',
    'lesson-not-completed',
    'membership-without-user',
    'payment-without-user',
    'refund-without-payment',
    'dispute-without-payment',
  ]);
  expect(contract.quarantineReasonSchema.options).toEqual([
    'unknown-shape',
    'missing-community',
    'future-dated',
    'refused-by-database',
  ]);
});

test('a rank card always has a time for chat, replies and reactions, and may have one for any other source', () => {
  const always = { chat: null, reply: null, reaction: null };
  for (const source of Object.keys(always) as (keyof typeof always)[]) {
    const { [source]: _left, ...rest } = always;
    expect(contract.nextEligibleAtSchema.safeParse(rest).success, source).toBe(false);
  }
  const more = { ...always, lesson: '2026-11-20T18:05:05.000Z', 'event.webinar': null };
  expect(contract.nextEligibleAtSchema.parse(more)).toEqual(more);
  expect(contract.nextEligibleAtSchema.safeParse({ ...always, lesson: 'soon' }).success).toBe(false);
});

test('every error code has a fitting status and is kebab-case', () => {
  for (const [code, { status }] of Object.entries(contract.errorCodes)) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(contract.problemSchema.safeParse({ ...problem, code, status }).success).toBe(true);
  }
});
