import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Marks } from '../../src/marks/port.ts';

/** An adapter under test, and a way to let its time pass (a moved clock, or real waiting). */
export interface MarksUnderTest {
  marks: Marks;
  pass(ms: number): Promise<void>;
  /** A time to live within which the store can surely be read again. Default 200. */
  shortMs?: number;
}

/** What every adapter of the marks port does. Times leave a store 50 ms to be late. */
export function describeMarks(adapter: string, open: () => Promise<MarksUnderTest>): void {
  describe(`marks in ${adapter}`, () => {
    let opened: MarksUnderTest;
    let marks: Marks;
    let shortMs: number;
    beforeEach(async () => {
      opened = await open();
      marks = opened.marks;
      shortMs = opened.shortMs ?? 200;
    });
    afterEach(() => marks.close());

    const mark = (at: number) => ({ at, key: `chat:post_${at}` });
    const lasting = (id: string, at: number) => ({ id, mark: mark(at), ttlMs: 60_000 });

    test('has a name', () => {
      expect(marks.name).toMatch(/^[a-z]+$/);
    });

    test('answers in the order that was asked for, null where nothing is kept', async () => {
      await marks.write([lasting('a', 1), lasting('b', 2)]);
      expect(await marks.read(['b', 'missing', 'a', 'b'])).toEqual([mark(2), null, mark(1), mark(2)]);
    });

    test('answers nothing to nothing', async () => {
      await marks.write([]);
      expect(await marks.read([])).toEqual([]);
    });

    test('keeps the last mark of an id, within a write and over several', async () => {
      await marks.write([lasting('a', 1), lasting('a', 2)]);
      expect(await marks.read(['a'])).toEqual([mark(2)]);
      await marks.write([lasting('a', 3)]);
      expect(await marks.read(['a'])).toEqual([mark(3)]);
    });

    test('keeps any text and any safe integer exactly', async () => {
      const id = 'biz_1:user 🦊:"chat"\n';
      const odd = { at: Number.MAX_SAFE_INTEGER, key: 'reaction:user_1:{"שלום"}' };
      await marks.write([
        { id, mark: odd, ttlMs: 60_000 },
        { id: 'early', mark: { at: -1, key: '' }, ttlMs: 60_000 },
      ]);
      expect(await marks.read([id, 'early'])).toEqual([odd, { at: -1, key: '' }]);
    });

    test('keeps what was written, not what the caller does with it later', async () => {
      const written = mark(1);
      await marks.write([{ id: 'a', mark: written, ttlMs: 60_000 }]);
      written.at = 2;
      const [first] = await marks.read(['a']);
      if (first) first.key = 'changed';
      expect(await marks.read(['a'])).toEqual([mark(1)]);
    });

    test('forgets a mark when its time is over, and no other', async () => {
      await marks.write([{ id: 'short', mark: mark(1), ttlMs: shortMs }, lasting('long', 2)]);
      expect(await marks.read(['short'])).toEqual([mark(1)]);
      await opened.pass(shortMs + 50);
      expect(await marks.read(['short', 'long'])).toEqual([null, mark(2)]);
    });

    test('forgets what it is told to, and no other', async () => {
      await marks.write([lasting('a', 1), lasting('b', 2), lasting('c', 3)]);
      await marks.forget(['a', 'missing', 'c']);
      await marks.forget([]);
      expect(await marks.read(['a', 'b', 'c'])).toEqual([null, mark(2), null]);
    });

    test('counts the time from the last write', async () => {
      await marks.write([{ id: 'a', mark: mark(1), ttlMs: shortMs }]);
      await marks.write([lasting('a', 2)]);
      await opened.pass(shortMs + 50);
      expect(await marks.read(['a'])).toEqual([mark(2)]);
      await marks.write([{ id: 'a', mark: mark(3), ttlMs: shortMs }]);
      await opened.pass(shortMs + 50);
      expect(await marks.read(['a'])).toEqual([null]);
    });

    test.each([0, -1, 1.5])('rejects a time to live of %d', async (ttlMs) => {
      await expect(marks.write([{ id: 'a', mark: mark(1), ttlMs }])).rejects.toBeInstanceOf(Error);
    });

    test('takes 200 marks in one call', async () => {
      const entries = Array.from({ length: 200 }, (_, at) => lasting(`id_${at}`, at));
      await marks.write(entries);
      expect(await marks.read(entries.map(({ id }) => id))).toEqual(entries.map((entry) => entry.mark));
    });
  });
}
