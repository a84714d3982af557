import { expect, test } from 'vitest';
import { levelPace, levelThresholds } from '../../src/index.ts';

test.each([
  ['mee6', 20, [3.9, 19.9, 56.3]],
  ['lurkr', 27.5, [2.5, 11, 25.5]],
] as const)('%s at %d XP a minute takes as long as it is known for', (kind, xpPerMinute, hours) => {
  const pace = levelPace(levelThresholds({ kind }), xpPerMinute, [10, 20, 30]);
  expect(pace.map((level) => Number(level.hours.toFixed(1)))).toEqual(hours);
});

test('the levels told are 1, 5, 10, 20, 50 and the top, with the XP they begin at', () => {
  const told = (topLevel: number) => levelPace(levelThresholds({ kind: 'mee6' }, topLevel), 15);
  expect(told(200).map(({ level }) => level)).toEqual([1, 5, 10, 20, 50, 200]);
  expect(told(20).map(({ level }) => level)).toEqual([1, 5, 10, 20]);
  expect(told(3)).toEqual([
    { level: 1, xp: 100, hours: 100 / 15 / 60 },
    { level: 3, xp: 475, hours: 475 / 15 / 60 },
  ]);
});

test('a level that begins at 0 takes no time, and without XP no level is ever reached', () => {
  expect(levelPace(levelThresholds({ kind: 'skool' }), 15)[0]).toEqual({ level: 1, xp: 0, hours: 0 });
  expect(levelPace([100], 0)).toEqual([]);
});
