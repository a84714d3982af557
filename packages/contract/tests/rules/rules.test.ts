import { describe, expect, test } from 'vitest';
import { DEFAULT_RULES, rulesSchema, type RulesInput } from '../../src/index.ts';
import { problemsOf } from '../support.ts';

const bank = { capacity: 100, refillPerHour: 40 };
const between = (from: string, to: string) => ({ startsAt: `${from}T00:00:00Z`, endsAt: `${to}T00:00:00Z` });
const weekend = { name: 'weekend', factor: 2, ...between('2026-11-21', '2026-11-23') };

test('nothing said is fixed XP and one cooldown: no cap, no multiplier, no bank, no take-back of memberships', () => {
  expect(DEFAULT_RULES).toEqual({
    sources: {},
    events: {},
    noXpExperiences: [],
    noXpMembers: [],
    multipliers: [],
    stacking: 'compound',
    streaks: { timeZone: 'member', graceHours: 0, freezeEveryDays: 0, maxFreezes: 2 },
    takeBack: { refund: 'take', dispute: 'take', deactivation: 'keep' },
  });
  expect(rulesSchema.parse(DEFAULT_RULES)).toEqual(DEFAULT_RULES);
});

test('rules that use everything are taken as they are', () => {
  const rules: RulesInput = {
    sources: {
      chat: { xp: { min: 15, max: 25 }, minLength: 10, effortBank: bank },
      reply: { newcomerBonus: { xp: 5, withinDays: 14 }, cooldownSeconds: 0 },
      reaction: { dailyCap: 50, weeklyCap: 200 },
      reaction_received: { xp: 8 },
      lesson: { xp: { min: 0, max: 0 } },
      membership: { xp: 100 },
      payment: { xpPerUnit: 0.5, currency: 'eur' },
    },
    events: { webinar: { xp: 50, cooldownSeconds: 604_800 } },
    noXpExperiences: ['exp_1'],
    noXpMembers: ['user_1'],
    multipliers: [weekend, { name: 'VIP', factor: 1.2, products: ['prod_1'], sources: ['event.webinar'] }],
    stacking: 'highest',
    maxMultiplier: 3,
    dailyCap: 500,
    weeklyCap: 2000,
    repeatReactions: { withinDays: 7 },
  };
  expect(rulesSchema.parse(rules)).toMatchObject(rules);
});

describe('a rule is refused by its path, with what to do', () => {
  const xpOrRange = 'must be whole XP from 0 to 1,000,000, or a range of them: `{ min, max }`';
  const oneOfTwo = 'Give `effortBank` or `cooldownSeconds`, not both';
  const sources = 'chat, reply, reaction, reaction_received, lesson, membership, payment or event.{name}';
  const cases: [what: string, rules: unknown, problem: string][] = [
    ['a negative cap', { dailyCap: -1 }, 'dailyCap: Too small: expected number to be >=1'],
    [
      'a negative cap of a source',
      { sources: { chat: { weeklyCap: -1 } } },
      'sources.chat.weeklyCap: Too small: expected number to be >=1',
    ],
    [
      'a range that ends before it begins',
      { sources: { chat: { xp: { min: 5, max: 4 } } } },
      'sources.chat.xp.max: must not be below `min`',
    ],
    [
      'such a range where a number is possible too',
      { sources: { lesson: { xp: { min: 5, max: 4 } } } },
      'sources.lesson.xp.max: must not be below `min`',
    ],
    ['half an XP', { sources: { lesson: { xp: 1.5 } } }, `sources.lesson.xp: ${xpOrRange}`],
    ['a source without XP', { sources: { lesson: {} } }, `sources.lesson.xp: ${xpOrRange}`],
    [
      'a bank beside a cooldown',
      { sources: { reply: { cooldownSeconds: 60, effortBank: bank } } },
      `sources.reply.effortBank: ${oneOfTwo}`,
    ],
    [
      'a bank beside a cooldown of 0',
      { events: { webinar: { xp: 5, cooldownSeconds: 0, effortBank: bank } } },
      `events.webinar.effortBank: ${oneOfTwo}`,
    ],
    [
      'a bank that never fills',
      { sources: { chat: { effortBank: { capacity: 5, refillPerHour: 0 } } } },
      'sources.chat.effortBank.refillPerHour: Too small: expected number to be >0',
    ],
    ['a source there is not', { sources: { quiz: { xp: 5 } } }, 'sources: Unrecognized key: "quiz"'],
    ['a misspelt rule', { dailycap: 5 }, ': Unrecognized key: "dailycap"'],
    [
      'a currency in capitals',
      { sources: { payment: { xpPerUnit: 1, currency: 'USD' } } },
      'sources.payment.currency: must be a currency such as `usd`, in lower case',
    ],
    [
      'a multiplier for a source there is not',
      { multipliers: [{ name: 'a', factor: 2, sources: ['quiz'] }] },
      `multipliers.0.sources.0: must be a source: ${sources}`,
    ],
    [
      'a schedule that ends before it starts',
      { multipliers: [{ name: 'a', factor: 2, ...between('2026-11-23', '2026-11-21') }] },
      'multipliers.0.endsAt: must be after `startsAt`',
    ],
    [
      'a schedule with an offset',
      { multipliers: [{ name: 'a', factor: 2, startsAt: '2026-11-21T00:00:00+02:00' }] },
      'multipliers.0.startsAt: must be a time in UTC such as 2026-11-20T18:04:05Z',
    ],
    [
      'a limit that takes XP away',
      { maxMultiplier: 0.5 },
      'maxMultiplier: Too small: expected number to be >=1',
    ],
    [
      'a stacking there is not',
      { stacking: 'sum' },
      'stacking: Invalid option: expected one of "highest"|"additive"|"compound"',
    ],
  ];

  test.each(cases)('%s', (_what, rules, problem) => {
    expect(problemsOf(rulesSchema, rules)).toEqual([problem]);
  });

  test('the name of a source of the creator is checked, and its path names it', () => {
    expect(problemsOf(rulesSchema, { events: { 'Web inar': { xp: 5 } } })).toEqual([
      expect.stringMatching(/^events\.Web inar: /),
    ]);
  });
});

describe('two schedules of one scope', () => {
  const scheduled = (...multipliers: object[]) =>
    problemsOf(rulesSchema, {
      multipliers: multipliers.map((each, index) => ({ name: `m${index}`, factor: 2, ...each })),
    });
  const month = between('2026-11-01', '2026-12-01');
  const inside = between('2026-11-21', '2026-11-23');

  test('must not overlap, and the later in the list is named with the other', () => {
    expect(scheduled(month, inside)).toEqual([
      'multipliers.1.startsAt: overlaps with the schedule of multiplier 0 ("m0"), which has the same scope: ' +
        'let one end before the other starts',
    ]);
  });

  test.each([
    ['open at its end', { startsAt: month.startsAt }],
    ['open at its start', { endsAt: month.endsAt }],
    ['of the same list of experiences in another order', { ...month, experiences: ['exp_2', 'exp_1'] }],
  ])('overlap where one is %s', (_what, other) => {
    const scope = 'experiences' in other ? { experiences: ['exp_1', 'exp_2'] } : {};
    expect(scheduled(other, { ...inside, ...scope })).toHaveLength(1);
  });

  test.each([
    ['touch', inside, between('2026-11-23', '2026-11-25')],
    ['have different sources', { ...month, sources: ['chat'] }, { ...inside, sources: ['reply'] }],
    ['have different experiences', { ...month, experiences: ['exp_1'] }, inside],
    ['are one schedule and one without', {}, inside],
    ['are none', {}, {}],
  ])('may both be there where they %s', (_what, one, other) => {
    expect(scheduled(one, other)).toEqual([]);
  });
});
