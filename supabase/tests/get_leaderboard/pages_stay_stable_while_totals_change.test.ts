import { expect, test } from 'vitest';
import { chat, community } from '../support/index.ts';

test('a member who climbs over the cursor repeats nobody who was shown', async () => {
  const club = await community();
  await club.seat({
    ana: [40, '10:00:00'],
    ben: [30, '10:00:00'],
    cem: [20, '10:00:00'],
    dan: [10, '10:00:00'],
  });
  const first = await club.board({ limit: 2 });

  await club.award(chat('dan', '11:00:00', { xp: 100 }));
  const second = await club.board({ limit: 2, after: first.next });

  expect(first.entries.map(({ userId }) => userId)).toEqual(['ana', 'ben']);
  expect(second.entries.map(({ userId, rank }) => [userId, rank])).toEqual([['cem', 4]]);
  expect(second).toMatchObject({ next: null, version: 1 });
});

test('the cursor’s own member may be gone', async () => {
  const club = await community();
  await club.seat({ ana: [40, '10:00:00'], ben: [30, '10:00:00'], cem: [20, '10:00:00'] });
  const { next } = await club.board({ limit: 2 });

  await club.set('ben', { visibility: 'hidden' });
  const { entries } = await club.board({ after: next });

  expect(entries.map(({ userId, rank }) => [userId, rank])).toEqual([['cem', 2]]);
});
