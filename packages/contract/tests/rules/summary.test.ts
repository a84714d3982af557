import { describe, expect, test } from 'vitest';
import {
  activitySummary,
  receiptSchema,
  refusalSchema,
  whopActivityTypes,
  type EntryReceipt,
  type Receipt,
  type Summarized,
} from '../../src/index.ts';

const receiptOf = (changes: Partial<Receipt>): Receipt =>
  receiptSchema.parse({ rule: 'chat', configVersion: 3, base: 15, multipliers: [], ...changes });
const weekend = { name: 'weekend', factor: 1.5 };
const vip = { name: 'VIP', factor: 1.2 };

function awarded(type: Summarized['type'], xp: number, changes: Partial<Receipt>): string {
  return activitySummary({ type, xp, refusal: null, receipt: receiptOf(changes) });
}
function refused(
  refusal: Summarized['refusal'],
  changes: Partial<Receipt> = {},
  type: Summarized['type'] = 'chat',
) {
  return activitySummary({ type, xp: 0, refusal, receipt: receiptOf(changes) });
}
function entry(type: Summarized['type'], xp: number, receipt: EntryReceipt): string {
  return activitySummary({ type, xp, refusal: null, receipt });
}

const dailyCap = { of: 'source', period: 'day', limit: 100, left: 5 } as const;
const weeklyCap = { of: 'all', period: 'week', limit: 2500, left: 5 } as const;
const bank = { capacity: 100, left: 5 };

describe('what an activity earned is', () => {
  test.each([
    ['+15: chat', awarded('chat', 15, {})],
    ['+20: reply', awarded('reply', 20, { base: 20 })],
    ['+8: reaction received', awarded('reaction_received', 8, { base: 8 })],
    ['+50: webinar', awarded('event.webinar', 50, { base: 50 })],
    ['+1,250: payment', awarded('payment', 1250, { base: 1250 })],
    ['+18 = 12 × 1.5 weekend', awarded('chat', 18, { base: 12, multipliers: [weekend], multiplier: 1.5 })],
    [
      '+22 = 12 × 1.5 weekend × 1.2 VIP',
      awarded('chat', 22, { base: 12, multipliers: [weekend, vip], multiplier: 1.8 }),
    ],
    [
      '+20 = 12 × 1.7 (1.5 weekend, 1.2 VIP)',
      awarded('chat', 20, { base: 12, multipliers: [weekend, vip], multiplier: 1.7 }),
    ],
    [
      '+12 = 12 × 2 weekend × 0.5 late',
      awarded('chat', 12, {
        base: 12,
        multipliers: [
          { name: 'weekend', factor: 2 },
          { name: 'late', factor: 0.5 },
        ],
      }),
    ],
    ['+18 = 18 (drawn from 15 to 25)', awarded('chat', 18, { base: 18, range: { min: 15, max: 25 } })],
    [
      '+27 = 18 (drawn from 15 to 25) × 1.5 weekend',
      awarded('chat', 27, { base: 18, range: { min: 15, max: 25 }, multipliers: [weekend], multiplier: 1.5 }),
    ],
    ['+25 = 20 + 5 newcomer', awarded('reply', 25, { base: 20, bonus: { name: 'newcomer', xp: 5 } })],
    [
      '+38 = (20 + 5 newcomer) × 1.5 weekend',
      awarded('reply', 38, {
        base: 20,
        bonus: { name: 'newcomer', xp: 5 },
        multipliers: [weekend],
        multiplier: 1.5,
      }),
    ],
    ['+8 = 15 ÷ 2 (2nd reaction to the same member)', awarded('reaction', 8, { repeat: 2 })],
    ['+5 = 15 ÷ 3 (3rd reaction from the same member)', awarded('reaction_received', 5, { repeat: 3 })],
    ['+5 of 15: 100 a day from chat reached', awarded('chat', 5, { cap: dailyCap })],
    ['+5 of 15: 2,500 a week reached', awarded('chat', 5, { cap: weeklyCap })],
    ['+5 of 15: the effort bank of replies held 5 of 100', awarded('reply', 5, { bank })],
    [
      '+5 of 17 (15 × 1.1 spring): 100 a day from chat reached',
      awarded('chat', 5, { cap: dailyCap, multipliers: [{ name: 'spring', factor: 1.1 }], multiplier: 1.1 }),
    ],
  ])('%s', (words, summary) => {
    expect(summary).toBe(words);
  });
});

describe('what an activity did not earn is', () => {
  const cases: [refusal: string, words: string, summary: string][] = [
    ['cooldown', '0: chat can earn again in 23 s', refused('cooldown', { cooldownLeft: 23 })],
    [
      'cooldown',
      '0: replies can earn again in 1 min 30 s',
      refused('cooldown', { cooldownLeft: 90 }, 'reply'),
    ],
    [
      'cooldown',
      '0: webinar can earn again in 2 h',
      refused('cooldown', { cooldownLeft: 7200 }, 'event.webinar'),
    ],
    [
      'cooldown',
      '0: lessons can earn again in 6 d 23 h',
      refused('cooldown', { cooldownLeft: 604_799 }, 'lesson'),
    ],
    ['cap', '0: 100 a day from chat reached', refused('cap', { cap: { ...dailyCap, left: 0 } })],
    ['cap', '0: 2,500 a week reached', refused('cap', { cap: { ...weeklyCap, left: 0 } })],
    ['bank', '0: the effort bank of reactions is empty', refused('bank', {}, 'reaction')],
    [
      'repeat',
      '0 = 5 ÷ 11 (11th reaction to the same member)',
      refused('repeat', { base: 5, repeat: 11 }, 'reaction'),
    ],
    ['source-off', '0: chat earns nothing here', refused('source-off')],
    ['source-off', '0: payments earn nothing here', refused('source-off', {}, 'payment')],
    ['too-short', '0: shorter than 10 characters', refused('too-short', { minLength: 10 })],
    ['no-xp-experience', '0: nothing is earned in this experience', refused('no-xp-experience')],
    ['no-xp-member', '0: this member earns nothing', refused('no-xp-member')],
  ];

  test.each(cases)('by %s: %s', (_refusal, words, summary) => {
    expect(summary).toBe(words);
  });

  test('told for every refusal there is', () => {
    expect(new Set(cases.map(([refusal]) => refusal))).toEqual(new Set(refusalSchema.options));
  });
});

describe('what changed a total otherwise is', () => {
  test.each([
    ['+500: contest winner', entry('adjustment', 500, { reason: 'contest winner' })],
    ['−1,500: spam', entry('adjustment', -1500, { reason: 'spam' })],
    ['+5: given by the creator', entry('adjustment', 5, { reason: null })],
    ['−5: taken by the creator', entry('adjustment', -5, { reason: null })],
    ['−49: refund', entry('reversal', -49, { reason: 'refund', of: 'payment', share: 1 })],
    ['−25: refund of 50 %', entry('reversal', -25, { reason: 'refund', of: 'payment', share: 0.5 })],
    ['+49: given back (dispute)', entry('reversal', 49, { reason: 'dispute', of: 'payment', share: 0 })],
    ['−4,675: reset', entry('reset', -4675, { reason: null })],
    ['−4,675: reset, season over', entry('reset', -4675, { reason: 'season over' })],
    ['+4,675: reset undone', entry('reset', 4675, { reason: 'season over' })],
  ])('%s', (words, summary) => {
    expect(summary).toBe(words);
  });
});

test('every source has words of its own, without the underscore of its name', () => {
  const words = whopActivityTypes.map((type) => awarded(type, 1, { base: 1 }));
  for (const each of words) expect(each).toMatch(/^\+1: [a-z ]+$/);
  expect(new Set(words).size).toBe(whopActivityTypes.length);
});

test('a receipt from before receipts is told by its XP', () => {
  expect(activitySummary({ type: 'chat', xp: 15, refusal: null, receipt: {} as Receipt })).toBe('+15: chat');
});
