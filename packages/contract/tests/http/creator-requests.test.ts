import { describe, expect, test } from 'vitest';
import {
  adjustXpRequestSchema,
  createRewardRequestSchema,
  rewardTypeSchema,
  updateMeRequestSchema,
  updateRewardRequestSchema,
} from '../../src/index.ts';
import { problemsOf } from '../support.ts';

describe('a reward', () => {
  const fitting = {
    role: { roleName: 'Regular', productId: 'prod_1', url: 'https://whop.com/makers' },
    badge: { color: '#ff8800', icon: '🏅' },
    custom: { instructions: 'Write to us', url: 'https://whop.com', code: 'X-1', data: { size: 'L', n: 1 } },
  };

  test.each(rewardTypeSchema.options)('of type %s takes the metadata of its type, or none', (type) => {
    const reward = { type, levelRequirement: 10, name: 'Regular' };
    const parsed = createRewardRequestSchema.parse({ ...reward, metadata: fitting[type] });
    expect(parsed.metadata).toEqual(fitting[type]);
    expect(createRewardRequestSchema.parse(reward)).toEqual({
      ...reward,
      description: null,
      imageUrl: null,
      position: 0,
      metadata: {},
    });
  });

  const cases: [what: string, reward: object, problem: string][] = [
    [
      'metadata of another type',
      { type: 'badge', metadata: { roleName: 'Regular' } },
      'metadata: Unrecognized key: "roleName"',
    ],
    [
      'a colour that is a word',
      { type: 'badge', metadata: { color: 'red' } },
      'metadata.color: must be a colour such as #ff8800',
    ],
    [
      'an address that is a script',
      { type: 'custom', metadata: { url: 'javascript:alert(1)' } },
      'metadata.url: Invalid URL',
    ],
    [
      'a type there is not',
      { type: 'trophy' },
      "type: Invalid discriminator value. Expected 'role' | 'badge' | 'custom'",
    ],
    [
      'a name of blanks',
      { type: 'role', name: ' ' },
      'name: Too small: expected string to have >=1 characters',
    ],
    [
      'a level above every curve',
      { type: 'role', levelRequirement: 1001 },
      'levelRequirement: Too big: expected number to be <=1000',
    ],
  ];
  test.each(cases)('is refused by its path: %s', (_what, reward, problem) => {
    const whole = { levelRequirement: 1, name: 'Regular', ...reward };
    expect(problemsOf(createRewardRequestSchema, whole)).toEqual([problem]);
  });

  test('cannot be changed by nothing, nor its type ever', () => {
    expect(problemsOf(updateRewardRequestSchema, {})).toEqual([': Give at least one change']);
    expect(problemsOf(updateRewardRequestSchema, { type: 'role' })[0]).toBe(': Unrecognized key: "type"');
  });
});

describe('an adjustment', () => {
  const eitherOr = ': Give a `reason`, and either `amount` or `set` in whole XP';

  test.each([
    { amount: 500, reason: 'contest winner' },
    { amount: -500, reason: 'spam', idempotencyKey: 'k1' },
    { set: 0, reason: 'fresh start' },
  ])('may be %j', (request) => {
    expect(adjustXpRequestSchema.parse(request)).toEqual(request);
  });

  test.each([
    ['of nothing', { amount: 0, reason: 'x' }, 'amount: must not be 0'],
    ['to less than nothing', { set: -1, reason: 'x' }, 'set: Too small: expected number to be >=0'],
    [
      'past what is exact',
      { set: 2 ** 53, reason: 'x' },
      `set: Too big: expected int to be <=${2 ** 53 - 1}`,
    ],
    ['without a reason', { amount: 5 }, eitherOr],
    [
      'for a blank reason',
      { amount: 5, reason: ' ' },
      'reason: Too small: expected string to have >=1 characters',
    ],
    ['by and to', { amount: 5, set: 5, reason: 'x' }, eitherOr],
    ['by half an XP', { amount: 0.5, reason: 'x' }, eitherOr],
  ])('is not made %s', (_what, request, problem) => {
    expect(problemsOf(adjustXpRequestSchema, request)).toEqual([problem]);
  });
});

test('a member changes at least one setting, and only those there are', () => {
  expect(problemsOf(updateMeRequestSchema, {})).toEqual([': Give at least one setting']);
  expect(problemsOf(updateMeRequestSchema, { excluded: true })[0]).toBe(': Unrecognized key: "excluded"');
  expect(updateMeRequestSchema.parse({ pseudonym: ' Comet ', timeZone: null })).toEqual({
    pseudonym: 'Comet',
    timeZone: null,
  });
});
