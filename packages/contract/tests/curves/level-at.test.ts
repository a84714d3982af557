import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levelAt } from '../../src/curves/index.ts';

const anyThresholds = fc
  .uniqueArray(fc.oneof(fc.nat({ max: 50 }), fc.maxSafeNat()), { maxLength: 60 })
  .map((xps) => xps.toSorted((a, b) => a - b));

test('the level is how many thresholds have been reached', () => {
  fc.assert(
    fc.property(anyThresholds, fc.oneof(fc.nat({ max: 60 }), fc.maxSafeNat()), (thresholds, xp) => {
      expect(levelAt(xp, thresholds)).toBe(thresholds.filter((threshold) => threshold <= xp).length);
    }),
    { numRuns: 2000 },
  );
});

test('the level changes with the exact XP of its threshold', () => {
  fc.assert(
    fc.property(anyThresholds, (thresholds) => {
      thresholds.forEach((xp, n) => {
        expect(levelAt(xp, thresholds)).toBe(n + 1);
        expect(levelAt(xp - 1, thresholds)).toBeLessThanOrEqual(n);
      });
    }),
  );
});

test('without levels everyone is at level 0', () => {
  expect(levelAt(0, [])).toBe(0);
  expect(levelAt(Number.MAX_SAFE_INTEGER, [])).toBe(0);
});
