import { expect, test } from 'vitest';
import { dismiss, flags, open, raise, reactions } from './flags.ts';

test('members who react to nearly nobody but each other are a ring, with the numbers', async () => {
  const club = await open();
  await club.award(
    ...reactions('ana', 'ben', 6),
    ...reactions('ben', 'ana', 5),
    ...reactions('ben', 'cem', 5),
    ...reactions('cem', 'ben', 5),
    ...reactions('cem', 'zoe', 4),
  );
  expect(await raise(club)).toBe(1);
  expect(await flags(club)).toMatchObject([
    {
      kind: 'reciprocal',
      userIds: ['ana', 'ben', 'cem'],
      evidence: {
        from: '2026-11-14T00:00:00.000Z',
        to: '2026-11-21T00:00:00.000Z',
        given: 25,
        within: 21,
        share: 0.84,
        members: [
          { userId: 'ana', given: 6, within: 6 },
          { userId: 'ben', given: 10, within: 10 },
          { userId: 'cem', given: 9, within: 5 },
        ],
      },
    },
  ]);
});

test('friends who react to others as well are none', async () => {
  const club = await open();
  await club.award(
    ...reactions('ana', 'ben', 6),
    ...reactions('ben', 'ana', 6),
    ...['cem', 'dee', 'eve'].flatMap((id) => [...reactions('ana', id, 2), ...reactions('ben', id, 1)]),
  );
  expect(await raise(club)).toBe(0);
});

test('who is reacted to but does not answer is in none', async () => {
  const club = await open();
  await club.award(...reactions('ana', 'ben', 10), ...reactions('ben', 'ana', 4));
  expect(await raise(club)).toBe(0);
});

test.each([
  [6, 1],
  [7, 0],
  [12, 0],
])('a chain of %d members makes %d flags: more are a circle of friends', async (count, expected) => {
  const club = await open();
  const chain = Array.from({ length: count }, (_, n) => `user_${String(n).padStart(2, '0')}`);
  await club.award(
    ...chain.slice(1).flatMap((id, n) => {
      const before = chain[n] ?? '';
      return [...reactions(id, before, 5), ...reactions(before, id, 5, '01:30:00')];
    }),
  );
  expect(await raise(club)).toBe(expected);
});

test('a ring is told of once in a week, and not within 30 days of being dismissed', async () => {
  const club = await open();
  const again = async (day: string) => {
    const ring = [...reactions('ana', 'ben', 5), ...reactions('ben', 'ana', 5)];
    await club.award(...ring.map((one) => ({ ...one, at: one.at.replace('2026-11-20', day) })));
  };
  await again('2026-11-20');
  expect(await raise(club, '2026-11-21T03:00:00Z')).toBe(1);
  expect(await raise(club, '2026-11-22T03:00:00Z')).toBe(0);
  await again('2026-11-26');
  expect(await raise(club, '2026-11-28T03:00:00Z')).toBe(1);

  const [newest] = await flags(club);
  const dismissed = await dismiss(club, newest?.flagId ?? '', '2026-11-28T09:00:00Z');
  expect(dismissed).toMatchObject({ dismissedAt: '2026-11-28T09:00:00.000Z' });
  expect(await dismiss(club, newest?.flagId ?? '', '2026-11-29T09:00:00Z')).toEqual(dismissed);
  await again('2026-12-20');
  expect(await raise(club, '2026-12-21T03:00:00Z')).toBe(0);
  await again('2026-12-28');
  expect(await raise(club, '2026-12-29T03:00:00Z')).toBe(1);
});

test('a flag that was never raised cannot be dismissed', async () => {
  const club = await open();
  for (const id of ['00000000-0000-4000-8000-000000000000', 'no-uuid']) {
    expect(await dismiss(club, id, '2026-11-28T09:00:00Z')).toBeNull();
  }
});
