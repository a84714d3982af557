import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DatabaseError } from '../../src/database/port.ts';
import type { CommitMessage, Database, Listening } from '../../src/database/port.ts';
import { eventually } from './support/eventually.ts';

interface Peculiarities {
  /** SQLSTATEs that nobody is told of, since whoever stands between runs the transaction again, for ever if need be. */
  repeats?: string[];
}

/** What the port promises, whichever adapter stands behind it; `open` has the functions of `fixtures/contract`. */
export function describeContract(
  adapter: string,
  open: () => Promise<Database>,
  { repeats = [] }: Peculiarities = {},
): void {
  describe(`${adapter} keeps the port's promises:`, () => {
    let database: Database;

    beforeAll(async () => {
      database = await open();
    });

    afterAll(() => database.close());

    const rejection = (fn: string, args: Record<string, unknown>): Promise<unknown> =>
      database.call(fn, args).catch((error: unknown) => error);

    test.each([0, -1, 2 ** 31, 2 ** 53 - 1, -(2 ** 53) + 1])(
      'the number %d stays the same number',
      async (value) => {
        expect(await database.call('echo_bigint', { value })).toBe(value);
        expect(await database.call('echo', { value: { xp: value } })).toEqual({ xp: value });
        expect(await database.call('echo', { value: [[value]] })).toEqual([[value]]);
      },
    );

    test('numbers with a fraction stay the same', async () => {
      expect(await database.call('echo', { value: [0.1, 1.5, -1e-7] })).toEqual([0.1, 1.5, -1e-7]);
    });

    test.each([
      ['emoji', '🎉👩‍👩‍👧 ✓'],
      ['quotes', `'single' "double" \\ $1 $$ ; -- /*`],
      ['right-to-left text', 'مرحبا بالعالم'],
      ['line breaks and tabs', 'a\n\r\n\tb'],
      ['markup', '<script>alert(1)</script>'],
      ['nothing', ''],
      ['the word null', 'null'],
      ['10 000 characters', 'x'.repeat(10_000)],
    ])('text with %s arrives and comes back unchanged', async (_, value) => {
      expect(await database.call('echo_text', { value })).toBe(value);
      expect(await database.call('echo', { value: { deep: [value] } })).toEqual({ deep: [value] });
      expect(await database.call('echo', { value: { [value]: 1 } })).toEqual({ [value]: 1 });
    });

    test.each([true, false])('the boolean %s stays a boolean', async (value) => {
      expect(await database.call('echo_boolean', { value })).toBe(value);
    });

    test('null is null as text, number, boolean and json', async () => {
      for (const fn of ['echo_text', 'echo_bigint', 'echo_boolean', 'echo']) {
        expect(await database.call(fn, { value: null })).toBeNull();
      }
      expect(await database.call('echo', { value: { inside: null } })).toEqual({ inside: null });
    });

    test('an argument that is undefined takes the default of the function', async () => {
      expect(await database.call('or_default', { value: undefined })).toBe('the default');
      expect(await database.call('or_default', {})).toBe('the default');
      expect(await database.call('or_default', { value: null })).toBeNull();
    });

    test.each([
      ['array', [[1, [2, [3]]], { a: [{ b: [] }] }]],
      ['array', []],
      ['object', {}],
      ['object', { nested: { deeply: [null, true, 'x'] } }],
    ])('an %s travels as jsonb, with everything in it', async (kind, value) => {
      expect(await database.call('kind_of', { value })).toBe(kind);
      expect(await database.call('echo', { value })).toEqual(value);
    });

    test('2 MB of json pass in both directions', async () => {
      const value = Array.from({ length: 10_000 }, (_, i) => ({ i, text: 'ü'.repeat(100) }));
      expect(await database.call('echo', { value })).toEqual(value);
    });

    const states = [
      ['W5001', 'stale-configuration'],
      ['22P02', 'poison'],
      ['22003', 'poison'],
      ['23505', 'poison'],
      ['23514', 'poison'],
      ['40001', 'conflict'],
      ['40P01', 'conflict'],
      ['53300', 'unavailable'],
      ['57014', 'unavailable'],
      ['57P03', 'unavailable'],
      ['08006', 'unavailable'],
      ['P0001', 'unavailable'],
    ].filter(([state = '']) => !repeats.includes(state));
    test.each(states)('the SQLSTATE %s is the kind %s', async (state, kind) => {
      const error = await rejection('fail_with', { state });
      expect(error).toBeInstanceOf(DatabaseError);
      expect(error).toMatchObject({ kind, sqlState: state, message: 'refused' });
    });

    test('what the database itself refuses is poison', async () => {
      expect(await rejection('echo_bigint', { value: 'many' })).toMatchObject({
        kind: 'poison',
        sqlState: '22P02',
      });
      expect(await rejection('add_to_counter', { amount: -1e9 })).toMatchObject({
        kind: 'poison',
        sqlState: '23514',
      });
      expect(await rejection('echo_text', { value: 'a\0b' })).toMatchObject({ kind: 'poison' });
      expect(await rejection('echo', { value: ['a\0b'] })).toMatchObject({ kind: 'poison' });
      expect(await rejection('echo', { value: ['\ud800'] })).toMatchObject({ kind: 'poison' });
    });

    test('a function that does not exist is unavailable, as a broken deployment is', async () => {
      expect(await rejection('no_such_function', {})).toMatchObject({
        kind: 'unavailable',
        sqlState: '42883',
      });
    });

    test.each(['echo(1); drop table counter', 'Echo', 'public.echo', '', 'écho'])(
      'a name like %j never reaches the database',
      async (name) => {
        expect(await rejection(name, {})).toBeInstanceOf(TypeError);
        expect(await rejection('echo', { [name]: 1 })).toBeInstanceOf(TypeError);
      },
    );

    test('an error does not carry the arguments of the call', async () => {
      const error = await rejection('echo_bigint', { value: '77secret-argument' });
      expect(ownValues((error as Error).cause)).not.toContain('77secret-argument');
    });

    test('after an error the next call works', async () => {
      for (const state of ['W5001', '23514', '57014', '40P01']) {
        await rejection('fail_with', { state });
        expect(await database.call('echo', { value: [state] })).toEqual([state]);
      }
    });

    test('calls at the same time all get their own answer', async () => {
      const values = Array.from({ length: 100 }, (_, i) => i);
      const answers = await Promise.all(values.map((value) => database.call('echo_bigint', { value })));
      expect(answers).toEqual(values);
      const before = await database.call<number>('add_to_counter', { amount: 0 });
      await Promise.all(values.map(() => database.call('add_to_counter', { amount: 1 })));
      expect(await database.call('add_to_counter', { amount: 0 })).toBe(before + 100);
    });

    test('a commit is heard once by each listener, as a parsed message', async () => {
      const message = {
        topic: 'community:biz_1',
        event: 'community.changed',
        payload: { version: 7, name: '🎉' },
      };
      const first = recorder();
      const second = recorder();
      const listening = [await first.listenTo(database), await second.listenTo(database)];
      await database.call('announce', { payload: JSON.stringify(message) });
      await eventually(() => [first.messages, second.messages]).toEqual([[message], [message]]);
      for (const { stop } of listening) await stop();
    });

    test('a listener that stopped hears nothing, while the others still do', async () => {
      const stopped = recorder();
      const other = recorder();
      await (await stopped.listenTo(database)).stop();
      const { stop } = await other.listenTo(database);
      const message = { topic: 'community:biz_1', event: 'community.changed', payload: { version: 8 } };
      await database.call('announce', { payload: JSON.stringify(message) });
      await eventually(() => other.messages).toEqual([message]);
      expect(stopped.messages).toEqual([]);
      await stop();
    });

    test('what is not a commit’s message and a listener that throws do no harm', async () => {
      const message = { topic: 'community:biz_1', event: 'community.changed', payload: { version: 9 } };
      const throwing = await listenTo(database, () => {
        throw new Error('from the listener');
      });
      const heard = recorder();
      const { stop } = await heard.listenTo(database);
      for (const payload of ['{', 'null', '"text"', '{"topic":1}', '', JSON.stringify(message)]) {
        await database.call('announce', { payload });
      }
      await eventually(() => heard.messages).toEqual([message]);
      await throwing.stop();
      await stop();
    });

    test('a call that fails announces nothing', async () => {
      const heard = recorder();
      const { stop } = await heard.listenTo(database);
      const message = (version: number): string =>
        JSON.stringify({ topic: 'community:biz_1', event: 'community.changed', payload: { version } });
      await rejection('announce_then_fail', { payload: message(1) });
      await database.call('announce', { payload: message(2) });
      await eventually(() => heard.messages.map(({ payload }) => payload.version)).toEqual([2]);
      await stop();
    });

    test('closing waits for the calls in flight, then refuses new ones', async () => {
      const closing = await open();
      const heard = recorder();
      const { stop } = await heard.listenTo(closing);
      // More than there are connections: some have not even been sent.
      const values = Array.from({ length: 30 }, (_, i) => i);
      const inFlight = Promise.all(values.map((value) => closing.call('echo_bigint', { value })));
      const closed = closing.close();
      const late = await closing.call('echo_bigint', { value: 4 }).catch((error: unknown) => error);
      expect(late).toBeInstanceOf(DatabaseError);
      expect(late).toMatchObject({ kind: 'unavailable' });
      expect(await inFlight).toEqual(values);
      await closed;
      await closing.close();
      await stop();
      await expect(heard.listenTo(closing)).rejects.toMatchObject({ kind: 'unavailable' });
    });
  });
}

function recorder(): { messages: CommitMessage[]; listenTo(database: Database): Promise<Listening> } {
  const messages: CommitMessage[] = [];
  return { messages, listenTo: (database) => listenTo(database, (message) => messages.push(message)) };
}

/** Resolves when the topic of these tests is heard. */
async function listenTo(database: Database, onMessage: (message: CommitMessage) => void): Promise<Listening> {
  const listening = await database.listen(onMessage, () => {});
  listening.follow('community:biz_1');
  await eventually(() => listening.hears('community:biz_1')).toBe(true);
  return listening;
}

/** What a log that prints an error's own fields would show, the server's words aside. */
function ownValues(error: unknown): string {
  const { message: _, ...fields } = { ...(error as object) } as Record<string, unknown>;
  return JSON.stringify(fields);
}
