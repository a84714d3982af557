import { describe, expect, test } from 'vitest';
import type { Configuration } from '../../src/database/functions.ts';
import { Configurations } from '../../src/pipeline/configurations.ts';
import { configurationOf, createClock, createGate, failure } from './support.ts';

const communityDefaults = { visibility: 'public' as const, levelThresholds: [100, 255] };

function create(options: { limit?: number } = {}) {
  const clock = createClock();
  const asked: string[][] = [];
  let answer = async (ids: string[]): Promise<Configuration[]> =>
    // The database answers in its own order.
    ids.map((id) => configurationOf(id)).toReversed();
  const configurations = new Configurations({
    ...options,
    communityDefaults,
    now: clock.now,
    database: {
      ensureCommunities: (ids, defaults) => {
        expect(defaults).toBe(communityDefaults);
        asked.push(ids);
        return answer(ids);
      },
    },
  });
  return { configurations, clock, asked, answerWith: (next: typeof answer) => (answer = next) };
}

describe('configurations', () => {
  test('are loaded in one call, each community once, and then kept', async () => {
    const { configurations, asked } = create();
    const found = await configurations.find(['biz_1', 'biz_2', 'biz_1']);
    expect(found).toEqual(
      new Map([
        ['biz_1', configurationOf('biz_1')],
        ['biz_2', configurationOf('biz_2')],
      ]),
    );
    await configurations.find(['biz_2', 'biz_3']);
    expect(asked).toEqual([['biz_1', 'biz_2'], ['biz_3']]);
  });

  test('are asked for again after five seconds, so that a changed rule arrives', async () => {
    const { configurations, clock, asked, answerWith } = create();
    await configurations.find(['biz_1']);
    answerWith(async () => [configurationOf('biz_1', { cooldownSeconds: 1, version: 2 })]);
    clock.advance(4999);
    expect((await configurations.find(['biz_1'])).get('biz_1')?.version).toBe(1);
    clock.advance(1);
    expect((await configurations.find(['biz_1'])).get('biz_1')?.cooldownSeconds).toBe(1);
    expect(asked).toHaveLength(2);
  });

  test('that are heard to be saved are asked for again, and no others', async () => {
    const { configurations, asked } = create();
    await configurations.find(['biz_1', 'biz_2']);
    const say = (topic: string, event: string) =>
      configurations.hear({ topic, event, payload: { version: 2 } });
    say('community:biz_1', 'community.updated');
    say('community:biz_2', 'community.changed');
    say('member:biz_2:user_1', 'member.changed');
    await configurations.find(['biz_1', 'biz_2']);
    expect(asked).toEqual([['biz_1', 'biz_2'], ['biz_1']]);
  });

  test('that are forgotten are asked for again', async () => {
    const { configurations, asked } = create();
    await configurations.find(['biz_1', 'biz_2']);
    configurations.forget(['biz_1']);
    await configurations.find(['biz_1', 'biz_2']);
    expect(asked).toEqual([['biz_1', 'biz_2'], ['biz_1']]);
  });

  test('wanted twice at the same time are loaded once', async () => {
    const { configurations, asked, answerWith } = create();
    const gate = createGate<Configuration[]>();
    answerWith(() => gate.passed);
    const both = [configurations.find(['biz_1']), configurations.find(['biz_1'])];
    gate.open([configurationOf('biz_1')]);
    for (const found of await Promise.all(both)) expect(found.get('biz_1')?.chatXp).toBe(15);
    expect(asked).toEqual([['biz_1']]);
  });

  test('forgotten while they are loaded are loaded anew, and the older answer is not kept', async () => {
    const { configurations, asked, answerWith } = create();
    const [older, newer] = [createGate<Configuration[]>(), createGate<Configuration[]>()];
    answerWith(() => older.passed);
    const before = configurations.find(['biz_1']);
    configurations.forget(['biz_1']);
    answerWith(() => newer.passed);
    const after = configurations.find(['biz_1']);
    newer.open([configurationOf('biz_1', { version: 2 })]);
    expect((await after).get('biz_1')?.version).toBe(2);
    older.open([configurationOf('biz_1', { version: 1 })]);
    await before;
    expect((await configurations.find(['biz_1'])).get('biz_1')?.version).toBe(2);
    expect(asked).toHaveLength(2);
  });

  test('that cannot be loaded reject everyone who waits, and are tried again by the next', async () => {
    const { configurations, answerWith } = create();
    answerWith(() => Promise.reject(failure('unavailable')));
    const both = await Promise.allSettled([configurations.find(['biz_1']), configurations.find(['biz_1'])]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    answerWith(async () => [configurationOf('biz_1')]);
    expect((await configurations.find(['biz_1'])).size).toBe(1);
  });

  test('the database does not give are absent', async () => {
    const { configurations, answerWith } = create();
    answerWith(async () => [configurationOf('biz_1')]);
    expect([...(await configurations.find(['biz_1', 'biz_2'])).keys()]).toEqual(['biz_1']);
  });

  test('past the limit, the least recently used is dropped', async () => {
    const { configurations, asked } = create({ limit: 2 });
    await configurations.find(['biz_1']);
    await configurations.find(['biz_2']);
    await configurations.find(['biz_1']);
    await configurations.find(['biz_3']);
    await configurations.find(['biz_1']);
    await configurations.find(['biz_2']);
    expect(asked).toEqual([['biz_1'], ['biz_2'], ['biz_3'], ['biz_2']]);
  });
});
