import { expect, it } from 'vitest';
import { Kept } from '../../src/pictures/kept.ts';

const anHour = 3_600_000;

it('keeps no more than it may, and what was asked for last', () => {
  const kept = new Kept<string>({ mostBytes: 10 });
  kept.keep('a', 'A', { bytes: 4, ms: anHour });
  kept.keep('b', 'B', { bytes: 4, ms: anHour });
  kept.get('a');
  kept.keep('c', 'C', { bytes: 4, ms: anHour });
  expect(['a', 'b', 'c'].map((key) => kept.get(key))).toEqual(['A', undefined, 'C']);
  kept.keep('huge', 'H', { bytes: 11, ms: anHour });
  expect(['a', 'c', 'huge'].map((key) => kept.get(key))).toEqual([undefined, undefined, undefined]);
});

it('keeps nothing longer than it was told', () => {
  let now = 0;
  const kept = new Kept<string>({ mostBytes: 10, now: () => now });
  kept.keep('a', 'A', { bytes: 4, ms: 100 });
  now = 99;
  expect(kept.get('a')).toBe('A');
  now = 100;
  expect(kept.get('a')).toBeUndefined();
  kept.keep('a', 'A', { bytes: 8, ms: 100 });
  kept.keep('b', 'B', { bytes: 2, ms: 100 });
  expect([kept.get('a'), kept.get('b')]).toEqual(['A', 'B']);
});
