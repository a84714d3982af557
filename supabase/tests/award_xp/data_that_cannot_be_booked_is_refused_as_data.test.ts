import { expect, test } from 'vitest';
import { chat, community } from '../support/index.ts';

// Classes 22 and 23 are what the caller quarantines; anything else it would retry for ever.
test.each<[string, Record<string, unknown>, string]>([
  ['a type nobody knows', { type: 'dance' }, '23514'],
  ['negative XP', { xp: -1 }, '23514'],
  ['a fraction of XP', { xp: 1.5 }, '22P02'],
  ['more XP than a bigint', { xp: 1e300 }, '22003'],
  ['no XP', { xp: null }, '23502'],
  ['no member', { userId: null }, '23502'],
  ['an empty member id', { userId: '' }, '23514'],
  ['a member id of 201 characters', { userId: 'a'.repeat(201) }, '23514'],
  ['no key', { key: null }, '23502'],
  ['no type', { type: null }, '23502'],
  ['no time', { at: null }, '23502'],
  ['a time that is none', { at: 'yesterday-ish' }, '22007'],
  ['a time that does not exist', { at: '2026-02-30T00:00:00Z' }, '22008'],
  ['a name with a NUL', { username: 'a\u0000b' }, '22P05'],
  ['a name with half a surrogate pair', { displayName: 'a\ud800b' }, '22P02'],
])('%s', async (_, detail, code) => {
  const club = await community();
  const poison = chat('ana', '10:00:00', detail);

  await expect(club.award(chat('ben', '10:00:00'), poison)).rejects.toMatchObject({ code });

  expect(await club.log()).toEqual([]);
  expect(await club.member('ben')).toBeUndefined();
});

test('a name of emoji, right-to-left letters, markup and 10 000 characters is stored as it came', async () => {
  const club = await community();
  const displayName = `👩🏽‍🚀 مرحبا <script>alert(1)</script> ${'x'.repeat(10_000)}`;
  await club.award(chat('ana', '10:00:00', { displayName }));
  expect(await club.member('ana')).toMatchObject({ display_name: displayName });
});
