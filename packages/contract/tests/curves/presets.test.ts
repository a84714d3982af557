import { describe, expect, test } from 'vitest';
import { type Curve, levelAt, levelThresholds, polarisPresets } from '../../src/curves/index.ts';

/** The total XP at which single levels begin. */
type Totals = Record<number, number>;

const peers: [name: string, curve: Curve, totals: Totals][] = [
  ['MEE6', { kind: 'mee6' }, { 1: 100, 5: 1150, 10: 4675, 20: 23_850, 50: 268_375, 100: 1_899_250 }],
  ['Lurkr', { kind: 'lurkr' }, { 1: 100, 5: 900, 10: 4150, 20: 18_150, 100: 490_150 }],
  ['AmariBot', { kind: 'amaribot' }, { 1: 35, 5: 355, 10: 1655, 20: 7255, 100: 196_055 }],
  [
    'Arcane linear',
    { kind: 'arcane', shape: 'linear' },
    { 1: 75, 5: 1375, 10: 5250, 20: 20_500, 100: 502_500 },
  ],
  [
    'Arcane exponential',
    { kind: 'arcane', shape: 'exponential' },
    { 1: 75, 5: 1025, 10: 4425, 20: 23_350, 100: 1_896_750 },
  ],
  ['Arcane flat', { kind: 'arcane', shape: 'flat' }, { 1: 1000, 5: 5000, 100: 100_000 }],
  ['Arcane linear times 10', { kind: 'arcane', shape: 'linear', multiplier: 10 }, { 1: 750, 10: 52_500 }],
  ['Arcane flat by half', { kind: 'arcane', shape: 'flat', multiplier: 0.5 }, { 1: 500, 10: 5000 }],
  ['Polaris', { kind: 'polaris', preset: 'default' }, { 1: 200, 5: 1900, 10: 7000, 20: 30_000 }],
  ['Polaris RoboTop', { kind: 'polaris', preset: 'robotop' }, { 1: 300, 2: 700, 3: 1500, 10: 16_500 }],
  ['Polaris Generous', { kind: 'polaris', preset: 'generous' }, { 1: 50, 2: 200, 3: 350, 10: 3000 }],
  ['Polaris Linear', { kind: 'polaris', preset: 'linear' }, { 1: 10_000, 7: 70_000 }],
  ['Polaris Exponential', { kind: 'polaris', preset: 'exponential' }, { 1: 250, 10: 25_000 }],
  ['Polaris Minimalist', { kind: 'polaris', preset: 'minimalist' }, { 1: 10, 2: 20, 3: 50, 10: 1230 }],
  ['Polaris Ultra Minimalist', { kind: 'polaris', preset: 'ultra-minimalist' }, { 1: 100, 9: 900 }],
  ['Polaris Minecraft', { kind: 'polaris', preset: 'minecraft' }, { 1: 7, 15: 315 }],
  ['Polaris Arcane', { kind: 'polaris', preset: 'arcane' }, { 1: 75, 5: 1375, 100: 502_500 }],
  ['Polaris MEE6', { kind: 'polaris', preset: 'mee6' }, { 1: 100, 5: 1150, 10: 4675, 100: 1_899_250 }],
  ['linear', { kind: 'linear', xpPerLevel: 40 }, { 1: 40, 100: 4000 }],
];

describe.each(peers)('the %s curve', (_name, curve, totals) => {
  const thresholds = levelThresholds(curve, 100);

  test('begins each level where its documentation says', () => {
    const seen = Object.keys(totals).map((level) => [level, thresholds[Number(level) - 1]]);
    expect(Object.fromEntries(seen)).toEqual(totals);
  });

  test('gives a level with its last XP and not one sooner', () => {
    for (const [level, total] of Object.entries(totals)) {
      expect(levelAt(total - 1, thresholds)).toBe(Number(level) - 1);
      expect(levelAt(total, thresholds)).toBe(Number(level));
    }
  });
});

describe('MEE6', () => {
  const thresholds = levelThresholds({ kind: 'mee6' }, 1000);

  test('is not the clone that sums one level too far', () => {
    expect(thresholds[9]).toBe(4675);
    expect(thresholds[9]).not.toBe(5675);
  });

  test('agrees at every level with its closed form, which integers divide exactly', () => {
    const closedForm = thresholds.map((_, n) => {
      const level = BigInt(n + 1);
      return Number((10n * level ** 3n + 135n * level ** 2n + 455n * level) / 6n);
    });
    expect(thresholds).toEqual(closedForm);
  });

  test('equals the rounded cubic that Polaris offers for it, at every level', () => {
    expect(levelThresholds({ kind: 'polaris', preset: 'mee6' }, 1000)).toEqual(thresholds);
  });

  test("is left behind by Lurkr's rounded coefficients", () => {
    const lurkrs = levelThresholds({ kind: 'coefficients', coefficients: [0, 75.83, 22.5, 1.67] }, 100);
    expect(lurkrs[9]).toBe(4678);
    expect(thresholds[99]).not.toBe(lurkrs[99]);
  });
});

describe('Skool', () => {
  test('has nine fixed totals, and level 1 begins at 0', () => {
    const thresholds = levelThresholds({ kind: 'skool' });
    expect(thresholds).toEqual([0, 5, 20, 65, 155, 515, 2015, 8015, 33_015]);
    expect(levelAt(0, thresholds)).toBe(1);
    expect(levelAt(33_015, thresholds)).toBe(9);
  });
});

describe('Arcane', () => {
  test('rounds the cost of each level by itself', () => {
    const thresholds = levelThresholds({ kind: 'arcane', shape: 'linear', multiplier: 0.5 }, 11);
    expect(thresholds[0]).toBe(38);
    expect(Number(thresholds[10]) - Number(thresholds[9])).toBe(538);
  });
});

describe('Polaris', () => {
  test('has a checked total for each of its presets', () => {
    const checked = peers.flatMap(([, curve]) => (curve.kind === 'polaris' ? [curve.preset] : []));
    expect(checked.toSorted()).toEqual(polarisPresets.toSorted());
  });
});
