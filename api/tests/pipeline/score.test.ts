import { rulesSchema, type RulesInput } from '@wee5/contract';
import { describe, expect, test } from 'vitest';
import type { Activity } from '../../src/pipeline/activity.ts';
import { isOff, score } from '../../src/pipeline/score.ts';
import { activityOf, configurationOf } from './support.ts';

const configuration = configurationOf('biz_1', { version: 7, chatXp: 1, replyXp: 2, reactionXp: 3 });

function scoreBy(rules: RulesInput, activity: Partial<Activity> = {}) {
  return score(configurationOf('biz_1', { rules: rulesSchema.parse(rules) }), activityOf(activity));
}

test.each([
  ['chat', 1],
  ['reply', 2],
  ['reaction', 3],
] as const)('a %s is worth what the configuration says, and the receipt says why', (type, xp) => {
  expect(score(configuration, activityOf({ type }))).toEqual({
    xp,
    receipt: { rule: type, base: xp, multipliers: [], configVersion: 7 },
    refusal: null,
    newcomerXp: 0,
    newcomerDays: 0,
  });
});

test('scoring leaves what it was given as it was', () => {
  const given = Object.freeze(activityOf());
  expect(score(Object.freeze({ ...configuration }), given)).toEqual(score(configuration, given));
});

describe('a source', () => {
  const off = ['reaction_received', 'lesson', 'membership', 'payment', 'event.webinar'] as const;

  test.each(off)('%s is off until a rule says what it is worth', (type) => {
    expect(isOff(configuration, type)).toBe(true);
    expect(score(configuration, activityOf({ type }))).toMatchObject({ xp: 0, refusal: 'source-off' });
  });

  test.each(off)('%s is worth what its rule says', (type) => {
    const rules: RulesInput = {
      sources: {
        reaction_received: { xp: 8 },
        lesson: { xp: 8 },
        membership: { xp: 8 },
        payment: { xpPerUnit: 2 },
      },
      events: { webinar: { xp: 8 } },
    };
    expect(isOff(configurationOf('biz_1', { rules: rulesSchema.parse(rules) }), type)).toBe(false);
    expect(scoreBy(rules, { type, amount: 4, currency: 'usd' })).toMatchObject({ xp: 8, refusal: null });
  });

  test('is off where its XP are 0, by column, number or range', () => {
    expect(isOff(configurationOf('biz_1', { chatXp: 0 }), 'chat')).toBe(true);
    expect(scoreBy({ sources: { lesson: { xp: 0 } } }, { type: 'lesson' }).refusal).toBe('source-off');
    expect(scoreBy({ sources: { chat: { xp: { min: 0, max: 0 } } } }).refusal).toBe('source-off');
  });

  test('may be called like something every object has', () => {
    expect(scoreBy({}, { type: 'event.constructor' }).refusal).toBe('source-off');
    expect(scoreBy({ events: { constructor: { xp: 3 } } }, { type: 'event.constructor' }).xp).toBe(3);
  });
});

describe('a range', () => {
  const rules: RulesInput = { sources: { chat: { xp: { min: 15, max: 25 } } } };

  test('is drawn from the natural key and the community, and the same each time', () => {
    const drawn = scoreBy(rules);
    expect(scoreBy(rules, { userId: 'user_2', at: new Date(0) }).xp).toBe(drawn.xp);
    expect(drawn.receipt).toMatchObject({ base: drawn.xp, range: { min: 15, max: 25 } });
    const others = Array.from({ length: 20 }, (_, index) => {
      return scoreBy(rules, { communityId: `biz_${index}` }).xp;
    });
    expect(new Set(others).size).toBeGreaterThan(3);
  });

  test('gives each of its XP about as often', () => {
    const counts = new Map<number, number>();
    for (let index = 0; index < 11_000; index += 1) {
      const { xp } = scoreBy(rules, { key: `chat:${index}` });
      counts.set(xp, (counts.get(xp) ?? 0) + 1);
    }
    expect([...counts.keys()].toSorted((a, b) => a - b)).toEqual([
      15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
    ]);
    // 1000 expected each; six standard deviations are 181. The keys are fixed, so this cannot flake.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(181);
  });
});

describe('a payment', () => {
  const pay = (xpPerUnit: number, paid: Partial<Activity>, currency = 'usd') =>
    scoreBy({ sources: { payment: { xpPerUnit, currency } } }, { type: 'payment', ...paid });

  test.each([
    ['by its amount', 10, { amount: 29.99, currency: 'usd' }, 300],
    ['from a half on as the next whole XP', 0.5, { amount: 5, currency: 'usd' }, 3],
    ['in decimals, not in binary fractions', 1.1, { amount: 15, currency: 'usd' }, 17],
    [
      'by its worth in dollars where it is in another currency',
      10,
      { amount: 9, currency: 'eur', usdAmount: 10.5 },
      105,
    ],
    ['whatever the case of its currency', 1, { amount: 7, currency: 'USD' }, 7],
    [
      'never more than a safe integer after every multiplier',
      1_000_000,
      { amount: 1e12, currency: 'usd' },
      1e9,
    ],
  ] as const)('counts %s', (_, xpPerUnit, paid, xp) => {
    expect(pay(xpPerUnit, paid)).toMatchObject({ xp, refusal: null, receipt: { base: xp } });
  });

  test.each([
    ['in a currency that cannot be valued', { amount: 9, currency: 'eur' }, 'usd'],
    ['in dollars where the rule is for euros', { amount: 9, currency: 'usd', usdAmount: 9 }, 'eur'],
    ['of nothing', { amount: 0, currency: 'usd' }, 'usd'],
    ['of less than nothing', { amount: -9, currency: 'usd' }, 'usd'],
  ] as const)('%s earns nothing', (_, paid, currency) => {
    expect(pay(10, paid, currency)).toMatchObject({ xp: 0, refusal: 'source-off' });
  });
});

describe('what the rules refuse', () => {
  const rules: RulesInput = {
    sources: { chat: { minLength: 10 } },
    noXpMembers: ['user_banned'],
    noXpExperiences: ['exp_offtopic'],
  };
  const everything = { userId: 'user_banned', experienceId: 'exp_offtopic', contentLength: 2 };

  test.each([
    ['a source that is off before all else', { ...everything, type: 'lesson' }, 'source-off'],
    ['a member before the place', everything, 'no-xp-member'],
    ['the place before the length', { ...everything, userId: 'user_1' }, 'no-xp-experience'],
    ['a message that is too short', { contentLength: 9 }, 'too-short'],
    ['nothing of a message that is just long enough', { contentLength: 10 }, null],
    ['nothing of a source without a length', { type: 'reaction', contentLength: 0 }, null],
    ['nothing outside of any experience', { experienceId: null }, null],
  ] as const)('is %s', (_, activity, refusal) => {
    expect(scoreBy(rules, activity).refusal).toBe(refusal);
  });

  test('earns 0, and the receipt says the length that was missed', () => {
    const { xp, receipt } = scoreBy(rules, { contentLength: 9 });
    expect({ xp, receipt }).toMatchObject({ xp: 0, receipt: { base: 15, minLength: 10 } });
    expect(scoreBy(rules, { contentLength: 10 }).receipt).not.toHaveProperty('minLength');
  });
});

describe('the bonus for answering a newcomer', () => {
  const rules: RulesInput = {
    sources: { reply: { newcomerBonus: { xp: 5, withinDays: 14 } } },
    multipliers: [{ name: 'weekend', factor: 1.5 }],
  };

  test('comes with a reply, multiplied together with it', () => {
    const scored = scoreBy(rules, { type: 'reply', replyToKey: 'chat:post_0' });
    // 25 × 1.5 = 37.5, so 38 less the 30 that the reply is worth anyhow.
    expect(scored).toMatchObject({ xp: 30, newcomerXp: 8, newcomerDays: 14 });
  });

  test('is 0 where nothing says who is answered, and where the rules refuse', () => {
    expect(scoreBy(rules, { type: 'reply' })).toMatchObject({ xp: 30, newcomerXp: 0 });
    const refused = scoreBy(
      { ...rules, noXpMembers: ['user_1'] },
      { type: 'reply', replyToKey: 'chat:post_0' },
    );
    expect(refused).toMatchObject({ xp: 0, newcomerXp: 0, refusal: 'no-xp-member' });
  });
});
