import { describe, expect, test } from 'vitest';
import {
  adjustXpRequestSchema,
  createRewardRequestSchema,
  updateMeRequestSchema,
  updateRewardRequestSchema,
} from '../../src/index.ts';

describe('a pseudonym', () => {
  const read = (pseudonym: unknown) => updateMeRequestSchema.safeParse({ pseudonym });

  test.each([' Night Owl ', 'Ночная сова', '夜猫子', '👩‍👩‍👧', 'a', '#1', 'مرحبا'])('may be %j', (pseudonym) => {
    expect(read(pseudonym).data).toEqual({ pseudonym: pseudonym.trim() });
  });

  test.each([
    '',
    '   ',
    'x'.repeat(41),
    'Night\nOwl',
    'Night\u0007Owl',
    'Night\u2028Owl',
    '\u200b',
    '\u200d\ufe0f',
    '\u202eylno',
    '\u2066a',
  ])('must not be %j', (pseudonym) => {
    expect(read(pseudonym).success).toBe(false);
  });

  test('is taken away by null', () => {
    expect(read(null).data).toEqual({ pseudonym: null });
  });
});

test('settings say at least one thing, and nothing else', () => {
  for (const body of [{}, { xp: 1 }, { visibility: 'ghost' }, { timeZone: '+02:00' }]) {
    expect(updateMeRequestSchema.safeParse(body).success).toBe(false);
  }
});

test('an adjustment gives or sets, with a reason', () => {
  const reason = 'contest';
  for (const body of [
    { amount: -5, reason },
    { set: 0, reason, idempotencyKey: 'a' },
  ]) {
    expect(adjustXpRequestSchema.parse(body)).toEqual(body);
  }
  for (const body of [
    { amount: 0, reason },
    { amount: 1, set: 1, reason },
    { set: 2 ** 53, reason },
    { set: 1 },
  ]) {
    expect(adjustXpRequestSchema.safeParse(body).success).toBe(false);
  }
});

test('a change of a reward adds nothing that was left out', () => {
  expect(updateRewardRequestSchema.parse({ name: 'Veteran' })).toEqual({ name: 'Veteran' });
  expect(updateRewardRequestSchema.safeParse({ type: 'role' }).success).toBe(false);
});

test('a new reward is told of its type what its metadata may be', () => {
  const reward = { levelRequirement: 1, name: 'One' };
  const paths = (type: string, metadata: object) =>
    createRewardRequestSchema
      .safeParse({ ...reward, type, metadata })
      .error?.issues.map(({ path }) => path.join('.'));
  expect(paths('custom', { code: 'WINTER', data: { seats: 2 } })).toBeUndefined();
  expect(paths('badge', { code: 'WINTER' })).toEqual(['metadata']);
  expect(paths('badge', { color: 'orange' })).toEqual(['metadata.color']);
  expect(paths('custom', { url: 'javascript:alert(1)' })).toEqual(['metadata.url']);
});
