import { expect, test } from 'vitest';
import { community, functions } from '../support/index.ts';

test('and every field for a known one', async () => {
  const club = await community({ timeZone: 'Europe/Berlin', levels: [10, 20] });

  expect(await functions.getCommunity('biz_nowhere')).toBeNull();
  expect(await functions.getCommunity(club.id)).toEqual({
    communityId: club.id,
    name: null,
    visibility: 'public',
    theme: {},
    timeZone: 'Europe/Berlin',
    levelThresholds: [10, 20],
    levels: [],
    version: 0,
  });
});
