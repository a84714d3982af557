import { expect, it } from 'vitest';
import { decodeBoardCursor, encodeBoardCursor } from '../../src/routes/leaderboard/board-cursor.ts';

const position = {
  score: 9_007_199_254_740_991,
  reachedAt: '2026-11-20T18:04:05.000001Z',
  userId: 'user_ünï🎉',
};
const startsAt = '2026-11-15T23:00:00.000Z';

it.each([
  { board: 'top', window: 'all', startsAt: null, position },
  { board: 'climbers', window: 'week', startsAt, position },
] as const)('gives back the place on $board of $window it was made from', (place) => {
  const cursor = encodeBoardCursor(place);
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(decodeBoardCursor(cursor)).toEqual(place);
});

const { score, reachedAt, userId } = position;
const parts = ['top', 'week', startsAt, score, reachedAt, userId];
/** The parts of a cursor with another one at a place. */
const withPart = (index: number, part: unknown) => encode(JSON.stringify(parts.with(index, part as string)));

it('takes apart what these tests make', () => {
  expect(decodeBoardCursor(encode(JSON.stringify(parts)))).toMatchObject({ position });
});

it.each([
  'garbage',
  '!!!',
  encode('not json'),
  encode('null'),
  encode('{}'),
  encode(JSON.stringify(parts.slice(3))),
  encode(JSON.stringify(parts.slice(0, 5))),
  withPart(0, 'bottom'),
  withPart(1, 'year'),
  withPart(2, 'monday'),
  withPart(2, '0000-01-01T00:00:00.000Z'),
  withPart(3, -1),
  withPart(3, 1.5),
  withPart(3, 1e300),
  withPart(3, String(score)),
  withPart(4, 'yesterday'),
  withPart(4, '2026-02-30T00:00:00.000000Z'),
  withPart(4, '0000-01-01T00:00:00.000000Z'),
  withPart(4, '2026-11-20T18:04:05.000Z'),
  withPart(5, ''),
  withPart(5, 'a\0b'),
  withPart(5, 'x'.repeat(201)),
])('refuses %s', (cursor) => {
  expect(() => decodeBoardCursor(cursor)).toThrow(
    expect.objectContaining({
      code: 'validation-failed',
      errors: [expect.objectContaining({ path: 'cursor' })],
    }),
  );
});

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}
