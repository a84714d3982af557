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

test.each(['day', 'week', 'month'] as const)(
  'the same holds for a %s, whose members come, climb and leave between two pages',
  async (window) => {
    const club = await community({ cooldownSeconds: 0 });
    const earn = (userId: string, xp: number) => club.award(chat(userId, '10:00:00', { xp }));
    for (const [userId, xp] of Object.entries({ ana: 50, ben: 40, cem: 30, dan: 20, eva: 10 }))
      await earn(userId, xp);
    const first = await club.board({ window, limit: 2 });

    await earn('eva', 100);
    await earn('new', 35);
    await club.set('ben', { visibility: 'hidden' });
    await club.set('dan', { excluded: true });
    const second = await club.board({ window, limit: 2, after: first.next });

    expect(first.entries.map(({ userId }) => userId)).toEqual(['ana', 'ben']);
    expect(second.entries.map(({ userId, rank }) => [userId, rank])).toEqual([
      ['new', 3],
      ['cem', 4],
    ]);
    expect(second.next).toBeNull();
  },
);
