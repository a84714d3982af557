import { rulesSchema, type RulesInput } from '@wee5/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Award, AwardResult, Configuration } from '../../src/database/functions.ts';
import { createAward } from '../../src/pipeline/award.ts';
import { activityOf, configurationOf, failure } from './support.ts';

const won: AwardResult = {
  outcome: 'awarded',
  xpAwarded: 15,
  receipt: null,
  xp: 15,
  level: 0,
  previousLevel: 0,
};

/** `failures` are thrown one per call before calls succeed. */
function create(
  options: { failures?: unknown[]; poison?: Set<string>; unknown?: Set<string>; rules?: RulesInput } = {},
) {
  const { failures = [], poison = new Set(), unknown = new Set(), rules = {} } = options;
  const calls: Award[][] = [];
  const committed: string[] = [];
  const forgotten: string[][] = [];
  const asked: object[] = [];
  let version = 1;
  const award = createAward({
    database: {
      awardXp: async (awards) => {
        calls.push(awards);
        if (failures.length > 0) throw failures.shift();
        if (awards.some(({ key }) => poison.has(key))) throw failure('poison');
        committed.push(...awards.map(({ key }) => key));
        return awards.map(({ xp }) => ({ ...won, xpAwarded: xp }));
      },
      findProducts: async (members) => {
        asked.push(...members);
        return members.map(({ userId }) => [`prod_of_${userId}`]);
      },
    },
    configurations: {
      find: async (ids) => {
        const known = [...ids].filter((id) => !unknown.has(id));
        return new Map<string, Configuration>(
          known.map((id) => [
            id,
            configurationOf(id, { version, chatXp: 10 * version, rules: rulesSchema.parse(rules) }),
          ]),
        );
      },
      forget: (ids) => {
        forgotten.push([...ids]);
        version += 1;
      },
    },
  });
  return { award, calls, committed, forgotten, asked };
}

const many = (size: number) =>
  Array.from({ length: size }, (_, index) => activityOf({ key: `chat:${index}`, userId: `user_${index}` }));

describe('awarding', () => {
  test('sends what an activity is worth, with its receipt and nothing of its text', async () => {
    const { award, calls } = create();
    const activity = activityOf();
    const [booked] = await award([activity]);
    expect(calls).toEqual([
      [
        {
          communityId: 'biz_1',
          userId: 'user_1',
          type: 'chat',
          key: 'chat:post_1',
          at: '2026-11-20T18:04:05.000Z',
          xp: 10,
          configVersion: 1,
          receipt: { rule: 'chat', base: 10, multipliers: [], configVersion: 1 },
          facts: { experienceId: 'exp_1', length: 12 },
          refusal: null,
          counterpartId: null,
          replyToKey: null,
          newcomerXp: 0,
          newcomerDays: 0,
          username: 'anad',
          displayName: 'Ana Duarte',
          joinedAt: null,
        },
      ],
    ]);
    expect(booked).toMatchObject({ status: 'fulfilled', value: { activity, result: { xpAwarded: 10 } } });
  });

  test('with a stale configuration forgets it, scores again and tries again', async () => {
    const { award, calls, forgotten } = create({ failures: [failure('stale-configuration')] });
    const [booked] = await award([activityOf(), activityOf({ communityId: 'biz_2' })]);
    expect(forgotten).toEqual([['biz_1', 'biz_2']]);
    expect(calls.map(([first]) => [first?.configVersion, first?.xp])).toEqual([
      [1, 10],
      [2, 20],
    ]);
    expect(booked?.status).toBe('fulfilled');
  });

  test('scores by the newest configuration though three are saved meanwhile, and gives up at the fourth', async () => {
    const stale = failure('stale-configuration');
    const lucky = create({ failures: [stale, stale, stale] });
    expect((await lucky.award([activityOf()]))[0]?.status).toBe('fulfilled');
    expect(lucky.calls.map(([first]) => [first?.configVersion, first?.xp])).toEqual([
      [1, 10],
      [2, 20],
      [3, 30],
      [4, 40],
    ]);
    const unlucky = create({ failures: [stale, stale, stale, stale] });
    expect(await unlucky.award([activityOf()])).toEqual([{ status: 'rejected', reason: stale }]);
    expect(unlucky.calls).toHaveLength(4);
  });

  test('has three attempts more in all, whatever it loses against', async () => {
    const [stale, conflict] = [failure('stale-configuration'), failure('conflict')];
    const { award, calls, forgotten } = create({ failures: [stale, conflict, stale, conflict] });
    expect(await award([activityOf()])).toEqual([{ status: 'rejected', reason: conflict }]);
    expect(calls).toHaveLength(4);
    expect(forgotten).toHaveLength(2);
  });

  test('that loses against another transaction tries again, three times at most', async () => {
    const conflict = failure('conflict');
    const lucky = create({ failures: [conflict, conflict, conflict] });
    expect((await lucky.award([activityOf()]))[0]?.status).toBe('fulfilled');
    expect(lucky.calls).toHaveLength(4);
    const unlucky = create({ failures: [conflict, conflict, conflict, conflict] });
    expect(await unlucky.award([activityOf()])).toEqual([{ status: 'rejected', reason: conflict }]);
    expect(unlucky.calls).toHaveLength(4);
  });

  test('that finds the database away asks it once and fails for all', async () => {
    const away = failure('unavailable');
    const { award, calls } = create({ failures: [away] });
    const booked = await award(many(3));
    expect(booked).toEqual(many(3).map(() => ({ status: 'rejected', reason: away })));
    expect(calls).toHaveLength(1);
  });

  test('any subset of poison fails alone, and all others are committed exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray(many(60)), async (bad) => {
        const poison = new Set(bad.map(({ key }) => key));
        const { award, committed } = create({ poison });
        const activities = many(60);
        const booked = await award(activities);
        expect(committed).toEqual(activities.map(({ key }) => key).filter((key) => !poison.has(key)));
        const failed = activities.filter((_, index) => booked[index]?.status === 'rejected');
        expect(failed.map(({ key }) => key)).toEqual([...poison]);
      }),
    );
  });

  test('keeps the results of the half that was committed before the database went away', async () => {
    const failures: unknown[] = [];
    const { award, calls, committed } = create({ poison: new Set(['chat:3']), failures });
    const activities = many(4);
    const booking = award(activities);
    // Whole and left half, then the right half and chat:2; chat:3 itself finds nobody.
    while (calls.length < 4) await Promise.resolve();
    failures.push(failure('unavailable'));
    const booked = await booking;
    expect(committed).toEqual(['chat:0', 'chat:1', 'chat:2']);
    expect(booked.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
    expect(booked[3]).toMatchObject({ reason: { kind: 'unavailable' } });
  });

  test('an activity whose community the database does not give is poison, and alone', async () => {
    const { award, committed } = create({ unknown: new Set(['biz_odd']) });
    const booked = await award([activityOf({ key: 'a' }), activityOf({ key: 'b', communityId: 'biz_odd' })]);
    expect(committed).toEqual(['a']);
    expect(booked[1]).toMatchObject({ status: 'rejected', reason: { kind: 'poison' } });
  });

  test('asks for products where a multiplier does, each member at the time of the activity', async () => {
    const multipliers = [{ name: 'pro', factor: 2, products: ['prod_of_user_1'] }];
    const { award, calls, asked } = create({ rules: { multipliers } });
    const activities = [activityOf(), activityOf({ userId: 'user_2', key: 'chat:2' })];
    const booked = await award(activities);
    expect(asked).toEqual(
      ['user_1', 'user_2'].map((userId) => ({
        communityId: 'biz_1',
        userId,
        at: '2026-11-20T18:04:05.000Z',
      })),
    );
    expect(calls[0]?.map(({ xp }) => xp)).toEqual([20, 10]);
    // The activity comes back as it was given, so that whoever asked finds it.
    expect(booked[0]).toMatchObject({ value: { activity: activities[0] } });
    expect(booked[0]?.status === 'fulfilled' && booked[0].value.activity).toBe(activities[0]);
  });

  test('asks for no products where no multiplier does', async () => {
    const { award, asked } = create({ rules: { multipliers: [{ name: 'weekend', factor: 2 }] } });
    await award([activityOf()]);
    expect(asked).toEqual([]);
  });

  test('nothing is not sent', async () => {
    const { award, calls } = create();
    expect(await award([])).toEqual([]);
    expect(calls).toEqual([]);
  });
});
