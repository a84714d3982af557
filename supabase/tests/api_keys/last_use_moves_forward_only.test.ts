import { expect, test } from 'vitest';
import { community, functions, instant } from '../support/index.ts';
import { newKey } from './keys.ts';

test('to the latest of the touches, never back, and says how many moved', async () => {
  const club = await community();
  const used = await newKey(club, { label: 'used' });
  const late = await newKey(club, { label: 'late' });
  const touch = (keyId: string, time: string) => ({ communityId: club.id, keyId, at: instant(time) });
  expect(await functions.touchApiKeys([touch(late.keyId, '12:00:00')])).toBe(1);

  const moved = await functions.touchApiKeys([
    touch(used.keyId, '10:00:00'),
    touch(used.keyId, '10:02:00'),
    touch(used.keyId, '10:01:00'),
    touch(late.keyId, '11:00:00'),
  ]);

  expect(moved).toBe(1);
  const keys = await functions.listApiKeys(club.id);
  expect(Object.fromEntries(keys.map(({ label, lastUsedAt }) => [label, lastUsedAt]))).toEqual({
    used: '2026-11-20T10:02:00.000Z',
    late: '2026-11-20T12:00:00.000Z',
  });
});

test('another community moves nothing, and no touches are none', async () => {
  const club = await community();
  const guild = await community();
  const { keyId } = await newKey(club);

  expect(await functions.touchApiKeys([{ communityId: guild.id, keyId, at: instant('10:00:00') }])).toBe(0);
  expect(await functions.touchApiKeys([])).toBe(0);
});
