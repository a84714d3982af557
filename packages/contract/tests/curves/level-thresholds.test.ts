import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ArcaneShape,
  type Curve,
  CurveError,
  DEFAULT_CURVE,
  DEFAULT_TOP_LEVEL,
  levelThresholds,
  MAX_TOP_LEVEL,
  polarisPresets,
} from '../../src/curves/index.ts';

const shapes: ArcaneShape[] = ['linear', 'exponential', 'flat'];

const anyCurve: fc.Arbitrary<Curve> = fc.oneof(
  fc.constantFrom<Curve>({ kind: 'mee6' }, { kind: 'lurkr' }, { kind: 'amaribot' }, { kind: 'skool' }),
  fc.constantFrom(...polarisPresets).map((preset): Curve => ({ kind: 'polaris', preset })),
  fc.record({
    kind: fc.constant('arcane' as const),
    shape: fc.constantFrom(...shapes),
    multiplier: fc.double({ min: 0.0001, max: 1e13, noNaN: true }),
  }),
  fc.record({ kind: fc.constant('linear' as const), xpPerLevel: fc.integer() }),
  fc.record({
    kind: fc.constant('coefficients' as const),
    coefficients: fc.array(fc.double({ min: -100, max: 1e9, noNaN: true }), { minLength: 2, maxLength: 6 }),
    roundTo: fc.integer({ min: 1, max: 1000 }),
  }),
  fc.record({ kind: fc.constant('table' as const), thresholds: fc.array(fc.double(), { maxLength: 20 }) }),
);

function refusalOf(curve: Curve, topLevel?: number): CurveError {
  try {
    levelThresholds(curve, topLevel);
  } catch (error) {
    if (error instanceof CurveError) return error;
    throw error;
  }
  throw new Error('the curve was not refused');
}

describe('level thresholds', () => {
  test('are strictly increasing safe integers, or the curve is refused', () => {
    let accepted = 0;
    fc.assert(
      fc.property(anyCurve, fc.integer({ min: 1, max: 300 }), (curve, topLevel) => {
        let thresholds: number[];
        try {
          thresholds = levelThresholds(curve, topLevel);
        } catch (error) {
          if (error instanceof CurveError) return;
          throw error;
        }
        accepted += 1;
        expect(thresholds).toHaveLength(topLevel);
        thresholds.forEach((xp, n) => {
          expect(Number.isSafeInteger(xp) && xp >= 0 && xp > (thresholds[n - 1] ?? -1)).toBe(true);
        });
      }),
      { numRuns: 1000 },
    );
    expect(accepted).toBeGreaterThan(200);
  });

  test('of a longer curve begin with those of a shorter one', () => {
    const long = levelThresholds(DEFAULT_CURVE, 300);
    expect(levelThresholds(DEFAULT_CURVE, 30)).toEqual(long.slice(0, 30));
  });

  test('a new community starts with are 200 levels of MEE6', () => {
    expect(levelThresholds(DEFAULT_CURVE)).toEqual(levelThresholds({ kind: 'mee6' }, 200));
    expect(DEFAULT_TOP_LEVEL).toBe(200);
  });

  test('of a table are the table, all of it unless told otherwise', () => {
    const curve: Curve = { kind: 'table', thresholds: [0, 10, 4000] };
    expect(levelThresholds(curve)).toEqual([0, 10, 4000]);
    expect(levelThresholds(curve, 2)).toEqual([0, 10]);
  });

  test('of coefficients are rounded, halves upwards', () => {
    expect(levelThresholds({ kind: 'coefficients', coefficients: [0, 1.5] }, 4)).toEqual([2, 3, 5, 6]);
    const curve: Curve = { kind: 'coefficients', coefficients: [7, 6, 5, 4, 3, 2], roundTo: 10 };
    expect(levelThresholds(curve, 3)).toEqual([30, 180, 910]);
  });

  test('need no zod', () => {
    const directory = new URL('../../src/curves/', import.meta.url);
    const imports = readdirSync(directory).flatMap((file) => [
      ...readFileSync(new URL(file, directory), 'utf8').matchAll(/\bfrom '([^']*)'|\bimport\('([^']*)'\)/g),
    ]);
    expect(imports.length).toBeGreaterThan(20);
    expect(imports.map((match) => match[1]).filter((from) => !/^\.\/[\w-]+\.ts$/.test(`${from}`))).toEqual(
      [],
    );
  });
});

describe('a curve is refused', () => {
  const decreasing = [10, 20, 20, 15];
  const cases: [why: string, curve: Curve, topLevel: number | undefined, level: number, says: string][] = [
    [
      'where a level needs no more than the one before',
      { kind: 'table', thresholds: decreasing },
      4,
      3,
      '20',
    ],
    ['where a level begins below 0', { kind: 'table', thresholds: [-1, 5] }, 2, 1, 'below 0'],
    ['where a level begins at a fraction', { kind: 'table', thresholds: [1, 2.5] }, 2, 2, 'integer'],
    ['where a level is no number', { kind: 'table', thresholds: [1, NaN] }, 2, 2, 'integer'],
    ['where a table is too short', { kind: 'table', thresholds: [1, 2] }, 3, 3, 'lower the top level to 2'],
    ['past the nine levels of Skool', { kind: 'skool' }, 10, 10, 'lower the top level to 9'],
    ['past 2^53 - 1', { kind: 'linear', xpPerLevel: 2 ** 52 }, 3, 2, '2^53 - 1'],
    ['at infinity', { kind: 'coefficients', coefficients: [0, 1e308, 1e308] }, 2, 1, '2^53 - 1'],
    [
      'where rounding makes levels equal',
      { kind: 'coefficients', coefficients: [0, 40], roundTo: 100 },
      5,
      3,
      '100',
    ],
    ['where it turns around', { kind: 'coefficients', coefficients: [0, 100, -10] }, 20, 6, '250'],
    ['where a multiplier leaves no cost', { kind: 'arcane', shape: 'linear', multiplier: 0.001 }, 20, 2, '0'],
  ];

  test.each(cases)('%s, naming the first such level', (_why, curve, topLevel, level, says) => {
    const refusal = refusalOf(curve, topLevel);
    expect(refusal.level).toBe(level);
    expect(refusal.message).toContain(`Level ${level} `);
    expect(refusal.message).toContain(says);
  });

  test('accepts the last exact integer and refuses the next', () => {
    const last = Number.MAX_SAFE_INTEGER;
    expect(levelThresholds({ kind: 'table', thresholds: [last - 1, last] })).toEqual([last - 1, last]);
    expect(refusalOf({ kind: 'table', thresholds: [last, last + 1] }).level).toBe(2);
  });

  test.each([0, -1, 1.5, NaN, Infinity, MAX_TOP_LEVEL + 1])('with the top level %s', (topLevel) => {
    expect(refusalOf(DEFAULT_CURVE, topLevel).message).toContain(`top level ${topLevel} is not possible`);
  });

  test('with an empty table', () => {
    expect(refusalOf({ kind: 'table', thresholds: [] }).level).toBeNull();
  });

  const impossible: [Curve, string][] = [
    [{ kind: 'coefficients', coefficients: [1] }, 'two to six coefficients'],
    [{ kind: 'coefficients', coefficients: [1, 1, 1, 1, 1, 1, 1] }, 'two to six coefficients'],
    [{ kind: 'coefficients', coefficients: [1, Infinity] }, 'finite'],
    [{ kind: 'coefficients', coefficients: [1, 1], roundTo: 0 }, 'rounded to 0'],
    [{ kind: 'linear', xpPerLevel: 0 }, 'cannot cost 0 XP'],
    [{ kind: 'linear', xpPerLevel: 1.5 }, 'cannot cost 1.5 XP'],
    [{ kind: 'arcane', shape: 'flat', multiplier: 0 }, 'multiplier 0'],
    [{ kind: 'arcane', shape: 'flat', multiplier: NaN }, 'multiplier NaN'],
    [{ kind: 'arcane', shape: 'steep' as ArcaneShape }, 'no curve "steep"'],
    [{ kind: 'polaris', preset: 'toString' as 'default' }, 'no preset "toString"'],
    [{ kind: 'cubic' as 'mee6' }, 'no curve like {"kind":"cubic"}'],
  ];
  test.each(impossible)('as a whole: %j', (curve, says) => {
    const refusal = refusalOf(curve, 10);
    expect(refusal.level).toBeNull();
    expect(refusal.message).toContain(says);
  });
});
