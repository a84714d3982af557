import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder } from '../../src/preview/in-order.ts';

const row = fc.record({
  at: fc.integer({ min: 0, max: 4 }).map((second) => `2026-11-20T10:00:0${second}.000000Z`),
  key: fc.string({ maxLength: 2 }),
});

async function* asPages<Row>(rows: Row[], size: number): AsyncGenerator<Row[]> {
  for (let from = 0; from <= rows.length; from += size) yield rows.slice(from, from + size);
}

test('however rows of one moment are spread over pages, they come by key and none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row), fc.integer({ min: 1, max: 5 }), async (rows, size) => {
      const byTime = rows.toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
      const ordered = [];
      for await (const page of inOrder(asPages(byTime, size))) ordered.push(...page);
      const text = ({ at, key }: (typeof rows)[number]) => `${at} ${key}`;
      expect(ordered.map(text)).toEqual(rows.map(text).toSorted());
    }),
  );
});
