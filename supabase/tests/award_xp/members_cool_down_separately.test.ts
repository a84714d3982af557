import { expect, test } from 'vitest';
import { chat, community } from '../support/index.ts';

test('one member’s activity refuses nobody else’s', async () => {
  const club = await community({ cooldownSeconds: 60 });

  const results = await club.award(chat('ana', '10:00:00'), chat('ben', '10:00:01'), chat('cem', '10:00:02'));

  expect(results.map(({ outcome }) => outcome)).toEqual(['awarded', 'awarded', 'awarded']);
});
