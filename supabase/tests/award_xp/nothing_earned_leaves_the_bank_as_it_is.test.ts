import { expect, test } from 'vitest';
import { chat, community, gains } from '../support/index.ts';

test.each([
  ['in one call', 'award'],
  ['in a call each', 'awardEach'],
] as const)('%s, an award of 0 does not fill the effort bank', async (_, call) => {
  const rules = { sources: { chat: { effortBank: { capacity: 10, refillPerHour: 1 } } } };
  const club = await community({ rules });
  const results = await club[call](
    chat('ana', '10:00:00', { xp: 10 }),
    chat('ana', '10:00:01', { xp: 0 }),
    chat('ana', '10:00:02', { xp: 10 }),
  );
  expect(gains(results)).toEqual([10, 0, 'bank']);
});
