import { rulesSchema, type RulesInput } from '@wee5/contract';
import { describe, expect, test } from 'vitest';
import type { Configuration } from '../../src/database/functions.ts';
import { MemoryMarks } from '../../src/marks/memory.ts';
import type { Marks } from '../../src/marks/port.ts';
import type { Activity } from '../../src/pipeline/activity.ts';
import { CoolDown } from '../../src/pipeline/cool-down.ts';
import { activityOf, configurationOf, createClock, createMemoryLog, failure, settle } from './support.ts';

const effortBank = { capacity: 100, refillPerHour: 10 };
const start = new Date('2026-11-20T18:04:05.000Z').getTime();
const after = (ms: number, changes: Partial<Activity> = {}) =>
  activityOf({ at: new Date(start + ms), key: `chat:post_at_${ms}`, ...changes });
const awarded = (activity: Activity, changes: Partial<Configuration> = {}) => ({
  activity,
  configuration: configurationOf(activity.communityId, changes),
});

function create(
  options: {
    cooldownSeconds?: number;
    rulesInput?: RulesInput;
    rules?: () => Promise<Map<string, Configuration>>;
  } = {},
) {
  const clock = createClock();
  const memory = new MemoryMarks({ now: clock.now });
  const reads: string[][] = [];
  const writes: Parameters<Marks['write']>[0][] = [];
  const faults: { read?: () => Promise<never>; write?: () => Promise<never>; forget?: () => Promise<never> } =
    {};
  const marks: Marks = {
    name: 'memory',
    read: (ids) => (reads.push(ids), faults.read?.() ?? memory.read(ids)),
    write: (entries) => (writes.push(entries), faults.write?.() ?? memory.write(entries)),
    forget: (ids) => faults.forget?.() ?? memory.forget(ids),
    close: () => memory.close(),
  };
  const { cooldownSeconds = 60 } = options;
  const rules = rulesSchema.parse(options.rulesInput ?? {});
  const find = async (ids: Iterable<string>) =>
    options.rules?.() ?? new Map([...ids].map((id) => [id, configurationOf(id, { cooldownSeconds, rules })]));
  const { log, lines } = createMemoryLog();
  const failures: string[] = [];
  const coolDown = new CoolDown({
    marks,
    configurations: { find },
    log,
    elapsed: () => clock.now().getTime(),
    onFailure: (doing) => failures.push(doing),
  });
  return { coolDown, clock, reads, writes, faults, lines, failures };
}

describe('a member who earned a moment ago', () => {
  test.each([-59_999, -1, 0, 1, 59_999])('is refused %d ms from it', async (ms) => {
    const { coolDown } = create();
    coolDown.remember([awarded(activityOf())]);
    const activity = after(ms);
    expect(await coolDown.refused([activity])).toEqual(new Set([activity]));
  });

  test.each([-60_000, 60_000, 86_400_000])('is not refused %d ms from it', async (ms) => {
    const { coolDown } = create();
    coolDown.remember([awarded(activityOf())]);
    expect(await coolDown.refused([after(ms)])).toEqual(new Set());
  });

  test('is let through with the same activity again, which the database knows as a duplicate', async () => {
    const { coolDown } = create();
    coolDown.remember([awarded(activityOf())]);
    expect(await coolDown.refused([activityOf()])).toEqual(new Set());
  });

  test('is let through with messages where answering a newcomer pays: the database must know whose they are', async () => {
    const { coolDown } = create({ rulesInput: { sources: { reply: { newcomerBonus: { xp: 5 } } } } });
    const reaction = after(1, { type: 'reaction', key: 'reaction:user_ana:post_at_1' });
    coolDown.remember([awarded(activityOf()), awarded(activityOf({ type: 'reaction' }))]);
    expect(await coolDown.refused([after(1), after(2, { type: 'reply' }), reaction])).toEqual(
      new Set([reaction]),
    );
  });

  test('refuses nobody whose ids only look alike when they are joined', async () => {
    const { coolDown } = create();
    coolDown.remember([awarded(activityOf({ communityId: 'biz_1', userId: 'x:user_1' }))]);
    const other = after(1, { communityId: 'biz_1:x', userId: 'user_1' });
    const own = after(1, { communityId: 'biz_1', userId: 'x:user_1' });
    expect(await coolDown.refused([other, own])).toEqual(new Set([own]));
  });

  test.each([{ userId: 'user_2' }, { communityId: 'biz_2' }, { type: 'reply' }] as const)(
    'refuses nobody and nothing else: %j',
    async (other) => {
      const { coolDown } = create();
      coolDown.remember([awarded(activityOf())]);
      expect(await coolDown.refused([after(1, other)])).toEqual(new Set());
    },
  );

  test('is measured with the rule of now, not with the one the mark was written under', async () => {
    const { coolDown } = create({ cooldownSeconds: 10 });
    coolDown.remember([awarded(activityOf(), { cooldownSeconds: 60 })]);
    const [within, beyond] = [after(9999), after(10_000)];
    expect(await coolDown.refused([within, beyond])).toEqual(new Set([within]));
  });
});

describe('marks', () => {
  test('are read once for a batch, each member once, and written once', async () => {
    const { coolDown, reads, writes } = create();
    await coolDown.refused([after(1), after(2), after(3, { userId: 'user_2', type: 'reaction' })]);
    expect(reads).toEqual([['biz_1:user_1:chat', 'biz_1:user_2:reaction']]);
    coolDown.remember([awarded(after(1)), awarded(after(2, { userId: 'user_2' }))]);
    expect(writes).toHaveLength(1);
  });

  test('expire with the cooldown and keep the time and key of the latest award', async () => {
    const { coolDown, writes } = create();
    coolDown.remember([awarded(after(120_000)), awarded(after(0))]);
    expect(writes).toEqual([
      [
        {
          id: 'biz_1:user_1:chat',
          mark: { at: start + 120_000, key: 'chat:post_at_120000' },
          ttlMs: 60_000,
        },
      ],
    ]);
  });

  test('are not written where there is no cooldown or no award', async () => {
    const { coolDown, writes } = create();
    coolDown.remember([]);
    coolDown.remember([awarded(activityOf(), { cooldownSeconds: 0 })]);
    expect(writes).toEqual([]);
  });
});

describe('the cooldown of a source', () => {
  const lessons = { sources: { lesson: { xp: 5, cooldownSeconds: 10 }, chat: { effortBank } } };

  test('is its own, and one without any has no marks', async () => {
    const { coolDown, reads, writes } = create({ rulesInput: lessons });
    const lesson = after(0, { type: 'lesson', key: 'lesson:1' });
    const rules = rulesSchema.parse(lessons);
    coolDown.remember([awarded(lesson, { rules }), awarded(activityOf(), { rules })]);
    expect(writes.map((entries) => entries.map(({ id, ttlMs }) => [id, ttlMs]))).toEqual([
      [['biz_1:user_1:lesson', 10_000]],
    ]);
    const soon = after(9999, { type: 'lesson' });
    const late = after(10_000, { type: 'lesson' });
    const payment = after(1, { type: 'payment', key: 'payment:1' });
    expect(await coolDown.refused([soon, late, after(1), payment])).toEqual(new Set([soon]));
    expect(reads).toEqual([['biz_1:user_1:lesson']]);
    await coolDown.refused([after(1), payment]);
    expect(reads).toHaveLength(1);
  });
});

describe('without marks', () => {
  test('that can be read, nothing is refused; one line tells of it and one of the end', async () => {
    const { coolDown, clock, faults, lines, failures, reads } = create();
    coolDown.remember([awarded(activityOf())]);
    faults.read = () => Promise.reject(new Error('connection refused'));
    for (const ms of [1, 2, 3]) expect(await coolDown.refused([after(ms)])).toEqual(new Set());
    expect(coolDown.degraded).toBe(true);
    expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
      [40, 'reading marks (memory) fails; going on without'],
    ]);
    expect([failures, reads.length]).toEqual([['reading'], 1]);
    delete faults.read;
    clock.advance(250);
    // The first batch after the pause finds out that it works again, and does not wait for that.
    expect((await coolDown.refused([after(1)])).size).toBe(0);
    await settle();
    for (const ms of [1, 2]) expect((await coolDown.refused([after(ms)])).size).toBe(1);
    expect(coolDown.degraded).toBe(false);
    expect(lines.slice(1).map(({ msg }) => msg)).toEqual(['reading marks (memory) works again']);
  });

  test('that answer, the batch goes on after 150 ms', async () => {
    const { coolDown, faults } = create();
    coolDown.remember([awarded(activityOf())]);
    faults.read = () => new Promise<never>(() => undefined);
    const began = performance.now();
    expect(await coolDown.refused([after(1)])).toEqual(new Set());
    expect(performance.now() - began).toBeGreaterThan(140);
    expect(coolDown.degraded).toBe(true);
  });

  test('that throw instead of rejecting, nothing is refused either', async () => {
    const { coolDown, faults } = create();
    faults.read = () => {
      throw new Error('broken client');
    };
    expect(await coolDown.refused([after(1)])).toEqual(new Set());
    expect(coolDown.degraded).toBe(true);
  });

  test('that can be written, nobody waits and nobody is told but the log', async () => {
    const { coolDown, faults, lines } = create();
    faults.write = () => Promise.reject(new Error('read only'));
    coolDown.remember([awarded(activityOf())]);
    await coolDown.refused([after(1)]);
    coolDown.remember([awarded(after(1))]);
    await coolDown.drain();
    expect(coolDown.degraded).toBe(true);
    expect(lines.map(({ msg }) => msg)).toEqual(['writing marks (memory) fails; going on without']);
  });

  test('drain waits for a mark that is being written, at most its patience', async () => {
    const { coolDown, faults } = create();
    faults.write = () => new Promise<never>(() => undefined);
    coolDown.remember([awarded(activityOf())]);
    let drained = false;
    const draining = coolDown.drain().then(() => (drained = true));
    await settle();
    expect(drained).toBe(false);
    await draining;
    expect(coolDown.degraded).toBe(true);
  });
});

describe('without rules', () => {
  test('because the database refuses a community as data, nothing is refused early', async () => {
    const { coolDown } = create({ rules: () => Promise.reject(failure('poison')) });
    coolDown.remember([awarded(activityOf())]);
    expect(await coolDown.refused([after(1)])).toEqual(new Set());
  });

  test('because the database is away, the batch fails as it would a moment later', async () => {
    const { coolDown } = create({ rules: () => Promise.reject(failure('unavailable')) });
    await expect(coolDown.refused([after(1)])).rejects.toMatchObject({ kind: 'unavailable' });
  });
});

test('forgets the marks of a member who was erased, in every source, also one that is being written', async () => {
  const { coolDown } = create();
  const configuration = configurationOf('biz_1');
  const sources = ['chat', 'reply', 'event.web:inar'] as const;
  const activities = sources.map((type) => activityOf({ type, key: `${type}:1` }));
  const others = activityOf({ userId: 'user_2', key: 'chat:2' });
  coolDown.remember([...activities, others].map((activity) => ({ activity, configuration })));
  await coolDown.forget({ communityId: 'biz_1', userId: 'user_1', sources });

  const again = [...activities, others].map((activity) => ({ ...activity, key: `${activity.key}:again` }));
  expect(await coolDown.refused(again)).toEqual(new Set([again.at(-1)]));
});

test('forgets as well as it can: where the store fails, marks run out by themselves', async () => {
  const { coolDown, faults, failures } = create();
  faults.forget = () => Promise.reject(new Error('gone'));
  await coolDown.forget({ communityId: 'biz_1', userId: 'user_1', sources: ['chat'] });
  expect(failures).toEqual(['writing']);
});
