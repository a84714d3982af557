import { expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from '../../src/routes/cursor.ts';

const position = {
  xp: 9_007_199_254_740_991,
  reachedAt: '2026-11-20T18:04:05.000001Z',
  userId: 'user_ünï🎉',
};

it('gives back the place it was made from', () => {
  const cursor = encodeCursor(position);
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(decodeCursor(cursor)).toEqual(position);
});

const { xp, reachedAt, userId } = position;
it.each([
  'garbage',
  '!!!',
  encode('not json'),
  encode('null'),
  encode('{}'),
  encode(JSON.stringify([xp, reachedAt])),
  encode(JSON.stringify([-1, reachedAt, userId])),
  encode(JSON.stringify([1.5, reachedAt, userId])),
  encode(JSON.stringify([1e300, reachedAt, userId])),
  encode(JSON.stringify([String(xp), reachedAt, userId])),
  encode(JSON.stringify([xp, 'yesterday', userId])),
  encode(JSON.stringify([xp, '2026-02-30T00:00:00.000000Z', userId])),
  encode(JSON.stringify([xp, '0000-01-01T00:00:00.000000Z', userId])),
  encode(JSON.stringify([xp, '2026-11-20T18:04:05.000Z', userId])),
  encode(JSON.stringify([xp, reachedAt, ''])),
  encode(JSON.stringify([xp, reachedAt, 'a\0b'])),
  encode(JSON.stringify([xp, reachedAt, 'x'.repeat(201)])),
])('refuses %s', (cursor) => {
  expect(() => decodeCursor(cursor)).toThrow(
    expect.objectContaining({
      code: 'validation-failed',
      errors: [expect.objectContaining({ path: 'cursor' })],
    }),
  );
});

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}
