import { expect, test } from 'vitest';
import { chat, community } from '../support/index.ts';

test('of two awards with one key the earlier in time counts, whatever their order in the call', async () => {
  const club = await community({ cooldownSeconds: 0 });

  const results = await club.award(
    chat('ana', '10:00:05', { key: 'chat:1', xp: 15 }),
    chat('ana', '10:00:00', { key: 'chat:1', xp: 7 }),
  );

  expect(results.map(({ outcome }) => outcome)).toEqual(['duplicate', 'awarded']);
  expect(await club.member('ana')).toMatchObject({ xp: 7 });
  expect(await club.log()).toHaveLength(1);
});

test('the same award twice is one award and one duplicate', async () => {
  const club = await community();
  const message = chat('ana', '10:00:00');

  const results = await club.award(message, message);

  expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['awarded', 'duplicate']);
  expect(await club.member('ana')).toMatchObject({ xp: 15 });
});
