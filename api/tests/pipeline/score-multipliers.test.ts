import { rulesSchema, type RulesInput } from '@wee5/contract';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Activity } from '../../src/pipeline/activity.ts';
import { score } from '../../src/pipeline/score.ts';
import { activityOf, configurationOf } from './support.ts';

function scoreBy(rules: RulesInput, activity: Partial<Activity> = {}, chatXp = 12) {
  return score(configurationOf('biz_1', { chatXp, rules: rulesSchema.parse(rules) }), activityOf(activity));
}

const named = (...factors: number[]) => factors.map((factor, index) => ({ name: `m${index}`, factor }));

test.each([
  [12, 1.5, 18],
  [15, 1.1, 17],
  [5, 0.3, 2],
  [5, 0.1, 1],
  [4, 0.1, 0],
  [15, 1.005, 15],
  [1_000_000, 100, 100_000_000],
])('%d × %d, from a half on the next whole XP, is %d', (base, factor, xp) => {
  expect(scoreBy({ multipliers: named(factor) }, {}, base).xp).toBe(xp);
});

test('the receipt names what holds and what it makes together, and nothing of a multiplier that makes no difference', () => {
  const { receipt } = scoreBy({ multipliers: named(1.5, 1.2) });
  expect(receipt).toMatchObject({
    base: 12,
    multipliers: [
      { name: 'm0', factor: 1.5 },
      { name: 'm1', factor: 1.2 },
    ],
    multiplier: 1.8,
  });
  expect(scoreBy({ multipliers: named(2, 0.5) }).receipt).not.toHaveProperty('multiplier');
});

describe('stacking', () => {
  test.each([
    ['highest', [1.5, 2, 0.5], 2],
    ['highest', [0.5, 0.2], 0.5],
    ['additive', [1.1, 1.2], 1.3],
    ['additive', [0.5, 0.2], 0],
    ['additive', [0.2, 0.3, 0.1], 0],
    ['additive', [2, 0.5], 1.5],
    ['compound', [1.1, 1.1, 1.1], 1.331],
  ] as const)('%s of %j is × %d', (stacking, factors, multiplier) => {
    const { receipt } = scoreBy({ stacking, multipliers: named(...factors) });
    expect(receipt.multiplier).toBe(multiplier);
  });

  test('stops at the limit of the rules, and at 1000 without one', () => {
    expect(scoreBy({ multipliers: named(2, 2), maxMultiplier: 3 })).toMatchObject({ xp: 36 });
    expect(scoreBy({ multipliers: named(...Array<number>(100).fill(100)) })).toMatchObject({ xp: 12_000 });
  });

  test('leaves the limit out of what is below it', () => {
    expect(scoreBy({ multipliers: named(2), maxMultiplier: 3 }).receipt.multiplier).toBe(2);
  });
});

describe('a multiplier', () => {
  const holds = (condition: object, activity: Partial<Activity> = {}) =>
    scoreBy({ multipliers: [{ name: 'double', factor: 2, ...condition }] }, activity).xp === 24;

  test('holds for its sources only', () => {
    expect(holds({ sources: ['chat', 'reply'] })).toBe(true);
    expect(holds({ sources: ['reply'] })).toBe(false);
  });

  test('holds in its experiences only, and never outside of any', () => {
    expect(holds({ experiences: ['exp_2', 'exp_1'] })).toBe(true);
    expect(holds({ experiences: ['exp_2'] })).toBe(false);
    expect(holds({ experiences: ['exp_1'] }, { experienceId: null })).toBe(false);
  });

  test('holds for members who hold one of its products', () => {
    expect(holds({ products: ['prod_1', 'prod_2'] }, { productIds: ['prod_0', 'prod_2'] })).toBe(true);
    expect(holds({ products: ['prod_1'] }, { productIds: ['prod_2'] })).toBe(false);
    expect(holds({ products: ['prod_1'] })).toBe(false);
  });

  test('holds from its start on and no longer at its end, by the time of the activity', () => {
    const weekend = { startsAt: '2026-11-21T00:00:00Z', endsAt: '2026-11-23T00:00:00Z' };
    const at = (time: string) => holds(weekend, { at: new Date(time) });
    expect(at('2026-11-20T23:59:59.999Z')).toBe(false);
    expect(at('2026-11-21T00:00:00.000Z')).toBe(true);
    expect(at('2026-11-22T23:59:59.999Z')).toBe(true);
    expect(at('2026-11-23T00:00:00.000Z')).toBe(false);
  });

  test('needs every condition it gives', () => {
    expect(holds({ sources: ['chat'], experiences: ['exp_2'] })).toBe(false);
    expect(holds({ sources: ['chat'], experiences: ['exp_1'] })).toBe(true);
  });
});

test('whatever the rules, XP are a safe integer and what the receipt says they are', () => {
  const factor = fc.integer({ min: 1, max: 100_000 }).map((thousandths) => thousandths / 1000);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.array(factor, { maxLength: 5 }),
      fc.constantFrom('highest', 'additive', 'compound'),
      (base, factors, stacking) => {
        const { xp, receipt } = scoreBy({ stacking, multipliers: named(...factors) }, {}, base);
        expect(Number.isSafeInteger(xp) && xp >= 0).toBe(true);
        expect(Math.abs(xp - receipt.base * (receipt.multiplier ?? 1))).toBeLessThanOrEqual(0.500_001);
      },
    ),
  );
});
