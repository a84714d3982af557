import { rulesSchema, type RulesInput } from '@wee5/contract';
import { describe, expect, test } from 'vitest';
import type { Activity } from '../../src/pipeline/activity.ts';
import { Simulation } from '../../src/preview/simulation.ts';
import { activityOf, configurationOf } from '../pipeline/support.ts';

const START = Date.parse('2026-11-20T10:00:00.000Z');
const at = (seconds: number) => new Date(START + seconds * 1000);
const DAY = 86_400;

let count = 0;
function simulationOf(rules: RulesInput, joined: [string, number][] = []) {
  const configuration = configurationOf('biz_1', { cooldownSeconds: 0, rules: rulesSchema.parse(rules) });
  const simulation = new Simulation({ configuration, zones: { timeZone: 'UTC', changes: [] }, joined });
  return (seconds: number, changes: Partial<Activity> = {}) => {
    count += 1;
    return simulation.play(activityOf({ key: `chat:${count}`, at: at(seconds), ...changes }));
  };
}

const reaction = { type: 'reaction', counterpartId: 'user_2' } as const;

describe('the simulation', () => {
  test('shares by what the receipt multiplies, so that nothing is rounded twice', () => {
    const play = simulationOf({ repeatReactions: {}, multipliers: [{ name: 'spring', factor: 1.3 }] });
    // 5 × 1.3 is 6.5, and a half of that 3.25; a half of the rounded 7 would be 4.
    expect([play(0, reaction), play(1, reaction)].map(({ xp }) => xp)).toEqual([7, 3]);
  });

  test('forgets a reaction exactly after the days', () => {
    const play = simulationOf({ repeatReactions: { withinDays: 1 } });
    expect([play(0, reaction), play(DAY - 1, reaction), play(DAY, reaction)].map(({ xp }) => xp)).toEqual([
      5, 3, 3,
    ]);
    expect(play(2 * DAY, reaction).xp).toBe(5);
  });

  test('lets exactly the cooldown pass', () => {
    const play = simulationOf({ sources: { chat: { cooldownSeconds: 60 } } });
    expect([play(0), play(59.999), play(60)].map(({ outcome }) => outcome)).toEqual([
      'awarded',
      'cooldown',
      'awarded',
    ]);
  });

  test('knows who was here long before its first activity: they are no newcomers', () => {
    const rules: RulesInput = { sources: { reply: { newcomerBonus: { xp: 5, withinDays: 30 } } } };
    const reply = { type: 'reply', userId: 'user_2', replyToKey: 'chat:question' } as const;
    const answerTo = (joined: [string, number][]) => {
      const play = simulationOf(rules, joined);
      play(0, { key: 'chat:question', userId: 'user_1' });
      return play(60, reply).xp;
    };
    expect(answerTo([])).toBe(25);
    expect(answerTo([['user_1', START - 29 * DAY * 1000]])).toBe(25);
    expect(answerTo([['user_1', START - 30 * DAY * 1000]])).toBe(20);
  });

  test('answering oneself, or nobody that is known, is worth no bonus', () => {
    const play = simulationOf({ sources: { reply: { newcomerBonus: { xp: 5 } } } });
    play(0, { key: 'chat:question', userId: 'user_1' });
    const reply = { type: 'reply', replyToKey: 'chat:question' } as const;
    expect(play(60, { ...reply, userId: 'user_1' }).xp).toBe(20);
    expect(play(60, { ...reply, userId: 'user_3', replyToKey: 'chat:long_ago' }).xp).toBe(20);
    expect(
      play(60, { ...reply, userId: 'user_2', replyToKey: 'chat:gone', counterpartId: 'user_1' }).xp,
    ).toBe(25);
  });

  test('fills a bank by the hour, to its capacity and no further', () => {
    const effortBank = { capacity: 20, refillPerHour: 6 };
    const play = simulationOf({ sources: { chat: { effortBank } } });
    const earned = [0, 1, 1800, 36_000].map((seconds) => play(seconds));
    expect(earned).toEqual([
      { outcome: 'awarded', xp: 15 },
      { outcome: 'awarded', xp: 5 },
      { outcome: 'awarded', xp: 3 },
      { outcome: 'awarded', xp: 15 },
    ]);
    expect(play(36_000)).toEqual({ outcome: 'awarded', xp: 5 });
    expect(play(36_000)).toEqual({ outcome: 'bank', xp: 0 });
  });

  test('counts a cap by the day of the activity and leaves what other sources earned to the cap of all', () => {
    const play = simulationOf({ dailyCap: 40, sources: { chat: { dailyCap: 20 } } });
    const midnight = 14 * 3600;
    expect([play(0), play(1), play(2)].map(({ xp }) => xp)).toEqual([15, 5, 0]);
    expect(play(3, { type: 'reply' }).xp).toBe(20);
    expect(play(4, { type: 'reply' })).toEqual({ outcome: 'cap', xp: 0 });
    expect(play(midnight - 1, { type: 'reply' }).outcome).toBe('cap');
    expect(play(midnight).xp).toBe(15);
  });
});
