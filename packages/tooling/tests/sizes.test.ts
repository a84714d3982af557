import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { budgets } from '../src/sizes/budgets.ts';
import { measureEntries, type Size } from '../src/sizes/measure.ts';
import { sizesDocument, sizesFile } from '../src/sizes/table.ts';

let sizes: Size[];
beforeAll(async () => {
  sizes = await measureEntries();
});

it('has a budget for every import of a page, and none for what is gone', () => {
  expect(Object.keys(budgets).toSorted()).toEqual(sizes.map(({ entry }) => entry).toSorted());
});

it('keeps every import within its budget', () => {
  const tooLarge = sizes.filter(({ entry, first }) => first / 1024 > (budgets[entry] ?? 0));
  expect(tooLarge).toEqual([]);
});

it('says in docs/sizes.md what was measured', async () => {
  const hint = 'Run `npx pnpm@10 sizes` and commit docs/sizes.md.';
  expect(await readFile(sizesFile, 'utf8'), hint).toBe(await sizesDocument(sizes));
});
