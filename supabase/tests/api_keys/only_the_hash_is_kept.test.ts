import { expect, test } from 'vitest';
import { community, functions, rows } from '../support/index.ts';
import { newKey, sha256 } from './keys.ts';

test('a new key is answered as the contract names its fields, without its hash', async () => {
  const club = await community();

  const { key, ...row } = await newKey(club, {
    kind: 'publishable',
    label: 'Shop',
    allowedOrigins: ['https://b.example', 'https://a.example'],
  });

  expect(key).not.toBe('');
  expect(row).toEqual({
    communityId: club.id,
    keyId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    kind: 'publishable',
    label: 'Shop',
    allowedOrigins: ['https://b.example', 'https://a.example'],
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/),
    lastUsedAt: null,
    revokedAt: null,
  });
});

test('of the key itself the row holds the 32 bytes of its SHA-256 and nothing else', async () => {
  const club = await community();
  const { key } = await newKey(club);

  const [stored] = await rows<{ hash: string; row: string }>(
    `select encode(key_hash, 'hex') as hash, k::text as row from public.api_keys k where community_id = $1`,
    [club.id],
  );

  expect(stored?.hash).toBe(sha256(key));
  expect(stored?.row).not.toContain(key);
});

test('what is no SHA-256 is refused, and so is the same key twice', async () => {
  const club = await community();
  const { key } = await newKey(club);
  const create = (keyHash: string) =>
    functions.createApiKey({
      communityId: club.id,
      kind: 'secret',
      keyHash,
      label: null,
      allowedOrigins: [],
    });

  await expect(create('abcd')).rejects.toMatchObject({ constraint: 'api_key_hash_is_sha256' });
  await expect(create(sha256(key))).rejects.toMatchObject({ constraint: 'api_key_is_unique' });
});

test('an unknown community has no keys, and none is made for it', async () => {
  const key = {
    communityId: 'biz_nowhere',
    kind: 'secret' as const,
    keyHash: sha256('sk_stray'),
    label: null,
    allowedOrigins: [],
  };
  expect(await functions.createApiKey(key)).toBeNull();
  expect(await functions.listApiKeys('biz_nowhere')).toEqual([]);
  expect(await functions.findApiKey(sha256('sk_stray'))).toBeNull();
});
