import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CommunityChanged } from '@wee5/contract';
import { Coalescer } from '../../src/live/coalescer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function collect() {
  const sent: { at: number; change: CommunityChanged }[] = [];
  const start = Date.now();
  const coalescer = new Coalescer((change) => sent.push({ at: Date.now() - start, change }), 250);
  return { coalescer, sent };
}

const ana = { userId: 'ana', xp: 15, level: 0 };
const ben = { userId: 'ben', xp: 5, level: 0 };

it('tells the first change at once, and what follows together when a quarter of a second has passed', () => {
  const { coalescer, sent } = collect();
  coalescer.add({ version: 1, changed: [ana] });
  coalescer.add({ version: 2, changed: [ben] });
  coalescer.add({ version: 3, changed: [{ ...ana, xp: 30 }] });
  expect(sent).toEqual([{ at: 0, change: { version: 1, changed: [ana] } }]);
  vi.advanceTimersByTime(250);
  expect(sent.slice(1)).toEqual([
    { at: 250, change: { version: 3, after: 1, changed: [ben, { ...ana, xp: 30 }] } },
  ]);
  vi.advanceTimersByTime(1000);
  coalescer.add({ version: 4, changed: [ben] });
  expect(sent.at(-1)).toEqual({ at: 1250, change: { version: 4, changed: [ben] } });
});

it('says nothing of a commit that changed nothing to be seen, until something else has changed', () => {
  const { coalescer, sent } = collect();
  coalescer.add({ version: 1, changed: [ana] });
  vi.advanceTimersByTime(1000);
  coalescer.add({ version: 2, changed: [] });
  vi.advanceTimersByTime(60_000);
  expect(sent).toHaveLength(1);
  coalescer.add({ version: 3, changed: [ben] });
  expect(sent.at(-1)?.change).toEqual({ version: 3, after: 1, changed: [ben] });
});

it('leaves the list out when one of the commits had none, or when it would be too long', () => {
  const { coalescer, sent } = collect();
  coalescer.add({ version: 1 });
  coalescer.add({ version: 2, changed: [ana] });
  coalescer.add({ version: 3 });
  vi.advanceTimersByTime(250);
  for (let version = 4; version <= 204; version += 1) {
    coalescer.add({ version, changed: [{ ...ana, userId: `user_${version}` }] });
  }
  vi.advanceTimersByTime(250);
  expect(sent.map(({ change }) => change)).toEqual([
    { version: 1 },
    { version: 3, after: 1 },
    { version: 204, after: 3 },
  ]);
});

it('admits that a commit was not heard', () => {
  const { coalescer, sent } = collect();
  coalescer.add({ version: 1, changed: [ana] });
  coalescer.add({ version: 2, changed: [ana] });
  coalescer.add({ version: 4, changed: [ben] });
  vi.advanceTimersByTime(250);
  expect(sent.at(-1)?.change).toEqual({ version: 4, after: 4 });
});

it('never tells more than four times a second, and loses no change', () => {
  const member = fc.record({
    userId: fc.constantFrom('a', 'b', 'c', 'd'),
    xp: fc.nat(1000),
    level: fc.nat(9),
  });
  const commit = fc.record({
    wait: fc.nat(400),
    changed: fc.uniqueArray(member, { selector: ({ userId }) => userId, maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(commit, { maxLength: 40 }), (commits) => {
      const { coalescer, sent } = collect();
      commits.forEach(({ wait, changed }, index) => {
        vi.advanceTimersByTime(wait);
        coalescer.add({ version: index + 1, changed });
      });
      vi.advanceTimersByTime(250);

      sent
        .slice(1)
        .forEach(({ at }, index) => expect(at - (sent[index]?.at ?? 0)).toBeGreaterThanOrEqual(250));
      let version = 0;
      for (const { change } of sent) {
        expect(change.after ?? change.version - 1).toBe(version);
        version = change.version;
      }
      const last = (changes: { changed?: CommunityChanged['changed'] }[]) =>
        Object.fromEntries(
          changes.flatMap(({ changed = [] }) => changed.map((each) => [each.userId, each] as const)),
        );
      const told = last(sent.map(({ change }) => change));
      expect(told).toEqual(last(commits));
    }),
  );
});
