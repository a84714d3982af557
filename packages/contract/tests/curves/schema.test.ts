import { describe, expect, test } from 'vitest';
import {
  curveProblem,
  curveSchema,
  DEFAULT_CURVE,
  levelThresholds,
  polarisPresets,
  type Curve,
} from '../../src/index.ts';
import { problemsOf } from '../support.ts';

const curves: Curve[] = [
  { kind: 'mee6' },
  { kind: 'lurkr' },
  { kind: 'amaribot' },
  { kind: 'arcane', shape: 'linear' },
  { kind: 'arcane', shape: 'exponential', multiplier: 2 },
  { kind: 'arcane', shape: 'flat' },
  { kind: 'skool' },
  ...polarisPresets.map((preset): Curve => ({ kind: 'polaris', preset })),
  { kind: 'linear', xpPerLevel: 100 },
  { kind: 'coefficients', coefficients: [0, 100, 5], roundTo: 10 },
  { kind: 'table', thresholds: [10, 20] },
];

describe('a curve of a configuration', () => {
  test.each(curves)('may be %j, and becomes levels', (curve) => {
    expect(curveSchema.parse(curve)).toEqual(curve);
    expect(curveProblem(curve)).toBeNull();
    expect(levelThresholds(curve).length).toBeGreaterThan(0);
  });

  test('is of every kind that a configuration may name', () => {
    const kinds = new Set(curves.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(curveSchema.options.map(({ shape }) => shape.kind.value)));
    expect(curveSchema.parse(DEFAULT_CURVE)).toEqual(DEFAULT_CURVE);
  });

  test.each([
    [
      { kind: 'arcane', shape: 'steep' },
      'shape: Invalid option: expected one of "linear"|"exponential"|"flat"',
    ],
    [{ kind: 'mee6', xpPerLevel: 5 }, ': Unrecognized key: "xpPerLevel"'],
    [{ kind: 'linear', xpPerLevel: 0 }, 'xpPerLevel: Too small: expected number to be >=1'],
    [
      { kind: 'coefficients', coefficients: [1] },
      'coefficients: Too small: expected array to have >=2 items',
    ],
    [{ kind: 'table', thresholds: [1, -1] }, 'thresholds.1: Too small: expected number to be >=0'],
  ])('is refused by its path: %j', (curve, problem) => {
    expect(problemsOf(curveSchema, curve)).toEqual([problem]);
  });

  test('says in words what is wrong with it up to a level', () => {
    expect(curveProblem({ kind: 'skool' }, 10)).toContain('lower the top level to 9');
    expect(curveProblem({ kind: 'coefficients', coefficients: [0, 100, -10] }, 20)).toContain('Level 6 ');
  });
});
