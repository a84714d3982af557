import { expect, test } from 'vitest';
import { reaction, rows } from '../support/index.ts';
import { chats, flags, open, raise } from './flags.ts';

const OTHERS = ['ben', 'cem', 'dee', 'eve', 'fay'];

test('far more in ten minutes than is usual that day is a burst, with the numbers', async () => {
  const club = await open();
  await club.award(...chats('bot', 40), ...OTHERS.flatMap((id) => chats(id, 4)));
  expect(await raise(club)).toBe(1);
  expect(await flags(club)).toMatchObject([
    {
      kind: 'burst',
      userIds: ['bot'],
      day: '2026-11-20',
      evidence: { activities: 40, usual: 4, limit: 30, reactions: 0, to: '2026-11-20T12:08:46.500Z' },
      dismissedAt: null,
    },
  ]);
});

test.each([
  ['on a day on which everybody writes much', 40, 40],
  ['up to thirty, however quiet the others are', 30, 1],
  ['within five times of what is usual', 50, 10],
])('nobody is flagged %s', async (_, most, usual) => {
  const club = await open();
  await club.award(...chats('ana', most), ...OTHERS.flatMap((id) => chats(id, usual)));
  expect(await raise(club)).toBe(0);
});

test('the same over an hour is none', async () => {
  const club = await open();
  await club.award(...chats('ana', 60, 60));
  expect(await raise(club)).toBe(0);
});

test.each([
  [19, 0],
  [20, 1],
])('%d reactions given in ten minutes make %d flags', async (count, expected) => {
  const club = await open();
  await club.award(
    ...chats('bot', count).map(({ at }, n) => reaction('bot', at, { counterpartId: `user_${n}` })),
    ...OTHERS.map((id) => reaction(id, '12:00:00', { counterpartId: 'ana' })),
  );
  expect(await raise(club)).toBe(expected);
});

test('what was refused, or is somebody else’s doing, counts for nothing', async () => {
  const club = await open();
  await club.award(
    ...chats('ana', 60).map((one) => ({ ...one, refusal: 'too-short' as const })),
    ...chats('ben', 60).map((one) => ({ ...one, type: 'reaction_received' as const })),
  );
  const logged = await rows('select 1 from public.activity_log where community_id = $1', [club.id]);
  expect(logged).toHaveLength(120);
  expect(await raise(club)).toBe(0);
});

test('the day is the community’s own, and over when it is looked at', async () => {
  const club = await open('America/New_York');
  // 03:00 UTC is 22:00 of the day before.
  await club.award(...chats('bot', 40, 9, '03:00:00'));
  expect(await raise(club, '2026-11-20T04:00:00Z')).toBe(0);
  expect(await raise(club, '2026-11-20T06:00:00Z')).toBe(1);
  expect(await raise(club, '2026-11-20T07:00:00Z')).toBe(0);
  expect(await flags(club)).toMatchObject([{ day: '2026-11-19' }]);
});
