import { expect, test } from 'vitest';
import { community } from '../support/index.ts';

/** `user_01` has the most XP, each next one less. */
async function clubOf(size: number) {
  const club = await community();
  const seats = Array.from({ length: size }, (_, i) => [name(i + 1), [1000 - i, '10:00:00']] as const);
  await club.seat(Object.fromEntries(seats.map(([id, [xp, at]]) => [id, [xp, at]])));
  return club;
}

const name = (place: number) => `user_${String(place).padStart(2, '0')}`;

test.each([
  { who: 'at the top', around: 1, limit: 5, from: 1, to: 5, more: true },
  { who: 'near the top', around: 2, limit: 5, from: 1, to: 5, more: true },
  { who: 'in the middle', around: 6, limit: 5, from: 4, to: 8, more: true },
  { who: 'near the bottom', around: 10, limit: 5, from: 7, to: 11, more: false },
  { who: 'at the bottom', around: 11, limit: 5, from: 7, to: 11, more: false },
  { who: 'with an even page', around: 6, limit: 4, from: 5, to: 8, more: true },
  { who: 'alone', around: 6, limit: 1, from: 6, to: 6, more: true },
  { who: 'with room for all', around: 6, limit: 11, from: 1, to: 11, more: false },
  { who: 'with more room than members', around: 3, limit: 100, from: 1, to: 11, more: false },
])('$who: around $around of 11, page of $limit', async ({ around, limit, from, to, more }) => {
  const club = await clubOf(11);

  const { entries, next } = await club.board({ around: name(around), limit });

  const places = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  expect(entries.map(({ userId, rank }) => [userId, rank])).toEqual(
    places.map((place) => [name(place), place]),
  );
  expect(next === null).toBe(!more);
});

test('every member of every small board is on a full page around them, and the next page follows it', async () => {
  for (const size of [1, 2, 3, 6]) {
    const club = await clubOf(size);
    for (let place = 1; place <= size; place++) {
      for (const limit of [1, 2, 3, 5]) {
        const page = await club.board({ around: name(place), limit });
        const ids = page.entries.map(({ userId }) => userId);
        expect(ids).toContain(name(place));
        expect(ids).toHaveLength(Math.min(limit, size));
        const rest = page.next ? (await club.board({ after: page.next })).entries : [];
        const all = [...page.entries, ...rest].map(({ rank }) => rank);
        expect(all).toEqual(Array.from({ length: all.length }, (_, i) => (page.entries[0]?.rank ?? 0) + i));
        expect(all.at(-1)).toBe(size);
      }
    }
  }
});

test('inside a tie that is longer than the page the rank is the tie’s', async () => {
  const club = await community();
  await club.seat({
    ana: [200, '10:00:00'],
    ben: [100, '10:00:00'],
    cem: [100, '10:01:00'],
    dan: [100, '10:02:00'],
    eva: [100, '10:03:00'],
    fay: [50, '10:00:00'],
  });

  const { entries } = await club.board({ around: 'dan', limit: 3 });

  expect(entries.map(({ userId, rank }) => [userId, rank])).toEqual([
    ['cem', 2],
    ['dan', 2],
    ['eva', 2],
  ]);
});

test('around somebody without XP, unknown, or not shown to this viewer there is nobody', async () => {
  const club = await clubOf(3);
  await club.seat({ idle: [0, '10:00:00'] });
  await club.set(name(2), { visibility: 'hidden' });

  for (const around of ['idle', 'nobody', name(2)]) {
    expect(await club.board({ around })).toMatchObject({ entries: [], next: null, total: 2 });
  }
});
