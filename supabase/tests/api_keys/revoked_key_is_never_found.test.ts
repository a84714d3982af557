import { expect, test } from 'vitest';
import { community, functions, instant } from '../support/index.ts';
import { newKey, sha256 } from './keys.ts';

test('a key is found by its hash until it is revoked', async () => {
  const club = await community();
  const { key, ...row } = await newKey(club);
  expect(await functions.findApiKey(sha256(key))).toEqual(row);

  await functions.revokeApiKey(club.id, row.keyId, instant('10:00:00'));

  expect(await functions.findApiKey(sha256(key))).toBeNull();
});

test('revoking twice keeps the first time', async () => {
  const club = await community();
  const { key: _, ...row } = await newKey(club);
  const revoked = { ...row, revokedAt: '2026-11-20T10:00:00.000Z' };

  expect(await functions.revokeApiKey(club.id, row.keyId, instant('10:00:00'))).toEqual(revoked);
  expect(await functions.revokeApiKey(club.id, row.keyId, instant('11:00:00'))).toEqual(revoked);
});

test('another community cannot revoke it, and what is no key is none', async () => {
  const club = await community();
  const guild = await community();
  const { key, keyId } = await newKey(club);

  expect(await functions.revokeApiKey(guild.id, keyId, instant('10:00:00'))).toBeNull();
  expect(await functions.revokeApiKey(club.id, 'not-a-uuid', instant('10:00:00'))).toBeNull();
  expect(await functions.findApiKey(sha256(key))).toMatchObject({ keyId });

  expect(await functions.revokeApiKey(club.id, keyId.toUpperCase(), instant('10:00:00'))).toMatchObject({
    keyId,
  });
});
