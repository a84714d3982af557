import { expect, test } from 'vitest';
import { score } from '../../src/pipeline/score.ts';
import { activityOf, configurationOf } from './support.ts';

const configuration = configurationOf('biz_1', { version: 7, chatXp: 1, replyXp: 2, reactionXp: 3 });

test.each([
  ['chat', 1],
  ['reply', 2],
  ['reaction', 3],
] as const)('a %s is worth what the configuration says, and the receipt says why', (type, xp) => {
  expect(score(configuration, activityOf({ type }))).toEqual({
    xp,
    receipt: { rule: type, base: xp, multipliers: [], configVersion: 7 },
  });
});

test('scoring leaves what it was given as it was', () => {
  const given = Object.freeze(activityOf());
  expect(score(Object.freeze({ ...configuration }), given)).toEqual(score(configuration, given));
});
