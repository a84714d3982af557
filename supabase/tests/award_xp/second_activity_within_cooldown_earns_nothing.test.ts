import { expect, test } from 'vitest';
import { chat, community } from '../support/index.ts';

test('in a later call', async () => {
  const club = await community({ cooldownSeconds: 60 });
  await club.award(chat('ana', '10:00:00'));

  const [second] = await club.award(chat('ana', '10:00:59.999'));

  expect(second).toMatchObject({ outcome: 'cooldown', xpAwarded: 0, xp: 15, level: 0, previousLevel: 0 });
});

test('in the same call, where the earlier one earns', async () => {
  const club = await community({ cooldownSeconds: 60 });

  const results = await club.award(chat('ana', '10:00:30', { xp: 9 }), chat('ana', '10:00:00', { xp: 7 }));

  expect(results.map(({ outcome }) => outcome)).toEqual(['cooldown', 'awarded']);
  expect(await club.member('ana')).toMatchObject({ xp: 7 });
});

test('of two at one instant the smaller key earns, whatever their order in the call', async () => {
  const club = await community({ cooldownSeconds: 60 });
  const a = chat('ana', '10:00:00', { key: 'chat:a' });
  const b = chat('ana', '10:00:00', { key: 'chat:b' });

  const results = await club.award(
    b,
    a,
    { ...a, key: 'ben:a', userId: 'ben' },
    { ...b, key: 'ben:b', userId: 'ben' },
  );

  expect(results.map(({ outcome }) => outcome)).toEqual(['cooldown', 'awarded', 'awarded', 'cooldown']);
});

const FOUR_IN_90_SECONDS = ['10:00:00', '10:00:50', '10:01:00', '10:01:30'].map((time) => chat('ana', time));
const EVERY_OTHER_EARNS = ['awarded', 'cooldown', 'awarded', 'cooldown'];

test('a refused activity starts no cooldown of its own, in one call', async () => {
  const club = await community({ cooldownSeconds: 60 });
  const results = await club.award(...FOUR_IN_90_SECONDS);
  expect(results.map(({ outcome }) => outcome)).toEqual(EVERY_OTHER_EARNS);
});

test('nor in a call each', async () => {
  const club = await community({ cooldownSeconds: 60 });
  const results = [];
  for (const one of FOUR_IN_90_SECONDS) results.push(...(await club.award(one)));
  expect(results.map(({ outcome }) => outcome)).toEqual(EVERY_OTHER_EARNS);
});

test('the longest cooldown, a week, binds across a change of clocks', async () => {
  const club = await community({ cooldownSeconds: 604_800, timeZone: 'America/New_York' });
  await club.award(chat('ana', '2026-10-30T12:00:00Z'));

  const results = await club.award(chat('ana', '2026-11-06T11:59:59Z'), chat('ana', '2026-11-06T12:00:00Z'));

  expect(results.map(({ outcome }) => outcome)).toEqual(['cooldown', 'awarded']);
});
