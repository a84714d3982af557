import { expect, test } from 'vitest';
import { community, functions, instant, run } from '../support/index.ts';
import { newKey } from './keys.ts';

test('the keys of the community alone, revoked ones included', async () => {
  const club = await community();
  const guild = await community();
  await newKey(guild, { label: 'of another' });
  const created = {
    first: '2026-11-01T10:00:00Z',
    third: '2026-11-03T10:00:00Z',
    second: '2026-11-02T10:00:00Z',
  };
  for (const [label, at] of Object.entries(created)) {
    const { keyId } = await newKey(club, { label });
    await run('update public.api_keys set created_at = $3 where community_id = $1 and id = $2', [
      club.id,
      keyId,
      at,
    ]);
    if (label === 'second') await functions.revokeApiKey(club.id, keyId, instant('10:00:00'));
  }

  const keys = await functions.listApiKeys(club.id);

  expect(keys.map(({ label, revokedAt }) => [label, revokedAt !== null])).toEqual([
    ['third', false],
    ['second', true],
    ['first', false],
  ]);
});
