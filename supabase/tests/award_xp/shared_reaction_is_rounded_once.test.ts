import { expect, test } from 'vitest';
import { community, gains, reaction } from '../support/index.ts';

test('the nth reaction is worth a nth of what the receipt multiplies, not of what was rounded before', async () => {
  const club = await community({ cooldownSeconds: 0, rules: { repeatReactions: { withinDays: 7 } } });
  const receipt = {
    rule: 'reaction' as const,
    base: 5,
    multipliers: [{ name: 'spring', factor: 1.3 }],
    multiplier: 1.3,
    configVersion: 1,
  };
  // 5 × 1.3 is 6.5, rounded 7. A half of 6.5 is 3.25, a third 2.17; of 7 they would be 3.5 and 2.33.
  const reactions = ['10:00:00', '10:00:01', '10:00:02'].map((time) =>
    reaction('ana', time, { counterpartId: 'ben', xp: 7, receipt }),
  );
  expect(gains(await club.awardEach(...reactions))).toEqual([7, 3, 2]);
});
