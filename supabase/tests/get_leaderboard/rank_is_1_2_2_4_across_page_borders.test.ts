import { expect, test } from 'vitest';
import { community } from '../support/index.ts';
import { walk } from './walk.ts';

const SEATS = {
  ana: [300, '10:00:00'],
  ben: [200, '10:00:00'],
  cem: [200, '10:01:00'],
  dan: [200, '10:02:00'],
  eva: [100, '10:00:00'],
  fay: [100, '10:01:00'],
  gil: [50, '10:00:00'],
} satisfies Record<string, [number, string]>;

test.each([1, 2, 3, 4, 5, 7, 100])('in pages of %i', async (limit) => {
  const club = await community();
  await club.seat(SEATS);

  const entries = await walk(club, limit);

  expect(entries.map(({ userId, rank }) => [userId, rank])).toEqual([
    ['ana', 1],
    ['ben', 2],
    ['cem', 2],
    ['dan', 2],
    ['eva', 5],
    ['fay', 5],
    ['gil', 7],
  ]);
});
