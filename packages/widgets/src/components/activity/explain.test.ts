import type { ActivityEntry } from '@wee5/client';
import { assert } from '@esm-bundle/chai';
import { activityEntry, receipt } from '../../../testing/samples.ts';
import { englishOf } from '../../messages/language.ts';
import { dayName, daysOf, timeText } from './days.ts';
import { explain } from './explain.ts';
import { numbersOf } from './numbers.ts';

const english = englishOf('en');
const weekend = { name: 'weekend', factor: 1.5 };
const say = (changes: Partial<ActivityEntry>) => {
  const { title, why } = explain(activityEntry(1, changes), english);
  return why === null ? title : `${title}: ${why}`;
};

describe('a receipt in words', () => {
  const cases: [string, Partial<ActivityEntry>, string][] = [
    ['says nothing of what is plain', { xp: 15 }, 'Chat message'],
    [
      'shows a factor',
      { xp: 18, receipt: receipt({ base: 12, multipliers: [weekend], multiplier: 1.5 }) },
      'Chat message: 12 × 1.5 weekend',
    ],
    [
      'shows a bonus before the factors',
      {
        xp: 30,
        receipt: receipt({ bonus: { name: 'newcomer', xp: 5 }, multipliers: [weekend], multiplier: 1.5 }),
      },
      'Chat message: (15 + 5 newcomer) × 1.5 weekend',
    ],
    [
      'shows what factors made together where it was limited',
      {
        xp: 45,
        receipt: receipt({ multipliers: [weekend, { name: 'booster', factor: 4 }], multiplier: 3 }),
      },
      'Chat message: 15 × 3 (1.5 weekend, 4 booster)',
    ],
    [
      'shows where a base was drawn from',
      { xp: 17, receipt: receipt({ base: 17, range: { min: 15, max: 25 } }) },
      'Chat message: 17 (drawn from 15 to 25)',
    ],
    [
      'shows a repeated reaction',
      { type: 'reaction', xp: 3, receipt: receipt({ base: 5, repeat: 2 }) },
      'Reaction: 5 ÷ 2 (reaction 2 to the same member)',
    ],
    [
      'shows a reaction that was worth nothing any more',
      { type: 'reaction_received', xp: 0, refusal: 'repeat', receipt: receipt({ base: 5, repeat: 12 }) },
      'Reaction received: No XP: 5 ÷ 12 (reaction 12 from the same member)',
    ],
    [
      'shows what a cap left',
      { xp: 5, receipt: receipt({ cap: { of: 'source', period: 'day', limit: 100, left: 5 } }) },
      'Chat message: 5 of 15: the most from this is 100 XP a day',
    ],
    [
      'shows what a cap left of a calculation',
      {
        xp: 5,
        receipt: receipt({
          base: 12,
          multipliers: [weekend],
          multiplier: 1.5,
          cap: { of: 'all', period: 'week', limit: 1_200, left: 5 },
        }),
      },
      'Chat message: 5 of 18 (12 × 1.5 weekend): the most is 1,200 XP a week',
    ],
    [
      'says that a cap left nothing',
      { xp: 0, refusal: 'cap', receipt: receipt({ cap: { of: 'all', period: 'day', limit: 400, left: 0 } }) },
      'Chat message: No XP: the most is 400 XP a day',
    ],
    [
      'says that the bank was empty',
      { xp: 0, refusal: 'bank', receipt: receipt({ bank: { capacity: 300, left: 0 } }) },
      'Chat message: No XP: you earned a lot from this lately, and it recovers with time',
    ],
    [
      'says after what time one can earn again',
      { xp: 0, refusal: 'cooldown', receipt: receipt({ cooldownLeft: 90 }) },
      'Chat message: No XP: you can earn again after 1 min 30 sec',
    ],
    [
      'says a cooldown without its time',
      { xp: 0, refusal: 'cooldown' },
      'Chat message: No XP: you had earned a moment before',
    ],
    [
      'says how long a message has to be',
      { xp: 0, refusal: 'too-short', receipt: receipt({ minLength: 20 }) },
      'Chat message: No XP: shorter than 20 characters',
    ],
    [
      'says that a source is off',
      { xp: 0, refusal: 'source-off' },
      'Chat message: No XP: this earns nothing here',
    ],
    ['calls a creator’s source by its name', { type: 'event.live-call_2', xp: 15 }, 'Live call 2'],
    [
      'says what the creator gave, in their words',
      { type: 'adjustment', xp: 50, receipt: { reason: 'Well done' } },
      'Given by the community: Well done',
    ],
    [
      'says what was taken',
      { type: 'adjustment', xp: -50, receipt: { reason: null } },
      'Taken by the community',
    ],
    [
      'says what was taken back of a payment',
      { type: 'reversal', xp: -25, receipt: { reason: 'refund', share: 0.5 } },
      'Taken back: Refund, 50% of it',
    ],
    [
      'says what came back',
      { type: 'reversal', xp: 25, receipt: { reason: 'dispute' } },
      'Given back: Disputed payment',
    ],
    ['says a reset', { type: 'reset', xp: -900, receipt: { reason: null } }, 'Reset'],
    ['says that one was undone', { type: 'reset', xp: 900, receipt: { reason: null } }, 'Reset undone'],
    [
      'takes the API’s words for a refusal it does not know',
      { xp: 0, refusal: 'too-loud' as never, summary: '0: too loud' },
      'Chat message: 0: too loud',
    ],
    [
      'takes the API’s words for a receipt it does not know',
      { xp: 7, receipt: { spell: 3 } as never, summary: '+7: magic' },
      'Chat message: +7: magic',
    ],
  ];
  for (const [name, entry, words] of cases) it(`${name}: ${words}`, () => assert.equal(say(entry), words));

  it('writes numbers with their sign, long ones short', () => {
    const { signed, plain, duration } = numbersOf(english);
    assert.deepEqual([18, 0, -49, 99_999, 12_345_678].map(signed), ['+18', '0', '−49', '+99,999', '+12.3M']);
    assert.equal(plain(1.0625), '1.0625');
    assert.deepEqual([0, 59, 3_600, 90_061].map(duration), ['0 sec', '59 sec', '1 hr', '1 day 1 hr']);
  });
});

describe('the days of a log', () => {
  const now = new Date(2026, 10, 24, 9, 30).getTime();
  const at = (...date: [number, number, number, number?]) => new Date(...date).getTime();

  it('are the reader’s own, newest first', () => {
    const entries = [0, 9, 10, 40].map((hours, index) => activityEntry(index, { now, minutes: hours * 60 }));
    assert.deepEqual(
      daysOf(entries).map(({ startsAt, entries: { length } }) => [startsAt, length]),
      [
        [at(2026, 10, 24), 2],
        [at(2026, 10, 23), 1],
        [at(2026, 10, 22), 1],
      ],
    );
  });

  it('have a name', () => {
    const names = [at(2026, 10, 24), at(2026, 10, 23), at(2026, 10, 22), at(2025, 9, 3)];
    assert.deepEqual(
      names.map((startsAt) => dayName(startsAt, english, now)),
      ['Today', 'Yesterday', 'Sunday, November 22', 'Friday, October 3, 2025'],
    );
  });

  it('say how long ago it was today, and the time on other days', () => {
    assert.equal(timeText(new Date(now - 120_000), english, now), '2 minutes ago');
    assert.match(timeText(new Date(2026, 10, 23, 14, 5), english, now), /^2:05\sPM$/);
  });
});
