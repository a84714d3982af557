import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/tools.ts';
import { guide, rowsUnder } from './guide.ts';
import { testNames } from './test-names.ts';

/** What every peer's creator has and would miss, by the numbers of the comparison. */
const floor = numbersOf('1-10 15 17-18 20-28 33-37 44-45 47-48 51-57 59');
/** What the engine itself has to do. */
const duty = numbersOf('1-31 44');
/** What of it nobody has built; whoever does takes it out of here. */
const unbuilt = [13, 14, 30];

const peers = rowsUnder('What the peers have');
const tables = {
  history: rowsUnder('Held for any history'),
  badInput: rowsUnder('Bad input'),
  peers,
  openings: rowsUnder('What none of them has'),
};
const numbers = peers.map(({ id }) => Number(id));

describe('the guide to the engine', () => {
  for (const [name, rows] of Object.entries(tables)) {
    for (const { id, proofs, strays } of rows) {
      it(`names tests that exist: ${name}, ${id}`, () => {
        expect(strays).toEqual([]);
        for (const { file, test } of proofs) {
          expect(file).toMatch(/\.test\.ts$/);
          expect(existsSync(join(projectRoot, file)), file).toBe(true);
          expect(testNames(readFileSync(join(projectRoot, file), 'utf8')), file).toContain(test);
        }
      });
    }
  }

  it('has every feature that may not be missing, each once and in order', () => {
    expect(numbers).toEqual([...new Set([...floor, ...duty])].toSorted((a, b) => a - b));
  });

  it('proves all that is the duty of the engine, and says of the rest whether it is there', () => {
    const proven = peers.filter(({ proofs }) => proofs.length > 0).map(({ id }) => Number(id));
    expect(duty.filter((number) => !proven.includes(number))).toEqual(unbuilt);
    for (const { id, says, proofs } of peers) {
      if (proofs.length === 0) expect(says, id).toMatch(/not yet/i);
    }
  });

  it('proves everything else it claims', () => {
    for (const rows of [tables.history, tables.badInput, tables.openings]) {
      expect(rows.length).toBeGreaterThan(5);
      for (const { id, proofs } of rows) expect(proofs, id).not.toEqual([]);
    }
  });

  it('links to what is there', () => {
    for (const [, link = ''] of guide.matchAll(/\]\(([^)#]+)\)/g)) {
      expect(existsSync(join(projectRoot, 'docs', link)), link).toBe(true);
    }
  });
});

function numbersOf(ranges: string): number[] {
  return ranges.split(' ').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

it('finds the names of tests as they are written, and of nothing else', () => {
  const source = [
    "test('plain', () => {});",
    "  it('isn\\'t, and says \"why\"', async () => {});",
    "it.each<[string]>([\n  ['a case', () => f('x')],\n])('of %s', (what) => {});",
    'it(\n  `drawn (${seed})`,\n  { timeout: 1 },\n  async () => {},\n);',
    "describe('a group', () => {});",
    "describe.each(all)('the %s group', () => {\n  test.skip('skipped', () => {});\n});",
    "expect(called('with', () => 1)).toBe('plain');",
  ].join('\n');
  expect(testNames(source)).toEqual(['plain', 'isn\'t, and says "why"', 'of %s', 'drawn (${seed})']);
});
