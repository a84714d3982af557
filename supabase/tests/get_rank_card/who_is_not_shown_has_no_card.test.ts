import { expect, test } from 'vitest';
import { community } from '../support/index.ts';

test.each([
  { visibility: 'public', seenBy: ['public', 'members', 'admin'] },
  { visibility: 'members', seenBy: ['members', 'admin'] },
  { visibility: 'hidden', seenBy: ['admin'] },
] as const)('a member who is $visibility', async ({ visibility, seenBy }) => {
  const club = await community();
  await club.seat({ ana: [100, '10:00:00'] });
  await club.set('ana', { visibility });

  for (const scope of ['public', 'members', 'admin'] as const) {
    const card = await club.card('ana', { scope, viewer: 'ben' });
    expect(card !== null, scope).toBe((seenBy as readonly string[]).includes(scope));
  }
  expect(await club.card('ana', { scope: 'members', viewer: 'ana' })).toMatchObject({
    userId: 'ana',
    rank: 1,
  });
});

test('nor has anybody unknown, or of another community', async () => {
  const club = await community();
  const guild = await community();
  await guild.seat({ ana: [100, '10:00:00'] });

  expect(await club.card('ana')).toBeNull();
  expect(await club.card('nobody')).toBeNull();
});
