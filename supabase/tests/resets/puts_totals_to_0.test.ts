import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { chat, community, messagesDuring, run } from '../support/index.ts';
import { keepLevels, reset, resetEntries, standing } from './resets.ts';

async function clubOfTwo() {
  const club = await community({ cooldownSeconds: 0 });
  await club.award(chat('ana', '10:00:00', { xp: 300 }), chat('ben', '10:00:00', { xp: 40 }));
  return club;
}

test('of everybody: total, peak and level, with an entry that says what it took', async () => {
  const club = await clubOfTwo();

  const made = await reset(club);

  expect(made).toMatchObject({
    userId: null,
    reason: 'New season',
    madeBy: 'user_owner',
    madeAt: '2026-11-20T12:00:00.000Z',
    undoableUntil: '2026-12-20T12:00:00.000Z',
    members: 2,
    xp: 340,
    undoneAt: null,
  });
  for (const userId of ['ana', 'ben']) {
    expect(await standing(club, userId)).toMatchObject({ xp: 0, peak_xp: 0, level: 0, logged: 0 });
  }
  const receipt = { reason: 'New season', by: 'user_owner', resetId: made?.resetId };
  expect(await resetEntries(club)).toEqual([
    {
      user_id: 'ana',
      key: `reset:${made?.resetId}:ana`,
      xp_awarded: -300,
      receipt: { ...receipt, peak: 300 },
    },
    { user_id: 'ben', key: `reset:${made?.resetId}:ben`, xp_awarded: -40, receipt: { ...receipt, peak: 40 } },
  ]);
});

test('windows go on', async () => {
  const club = await clubOfTwo();
  await reset(club);
  expect(await club.periods('ana')).toMatchObject({ 'day 2026-11-20': 300 });
});

test('of one member leaves the others what they have', async () => {
  const club = await clubOfTwo();
  expect(await reset(club, { userId: 'ana' })).toMatchObject({ userId: 'ana', members: 1, xp: 300 });
  expect(await standing(club, 'ana')).toMatchObject({ xp: 0 });
  expect(await standing(club, 'ben')).toMatchObject({ xp: 40 });
});

test('of a member who does not exist is none', async () => {
  const club = await clubOfTwo();
  expect(await reset(club, { userId: 'nobody' })).toBeNull();
  expect(await resetEntries(club)).toEqual([]);
});

test('a level that is kept goes too, also where nothing is left of the total', async () => {
  const club = await clubOfTwo();
  await keepLevels(club);
  await run(`update public.users set xp = 0 where community_id = $1 and id = 'ana'`, [club.id]);
  expect(await reset(club)).toMatchObject({ members: 1, xp: 40 });
  await club.award(chat('ana', '12:30:00', { xp: 20 }));
  expect(await standing(club, 'ana')).toMatchObject({ xp: 20, peak_xp: 20, level: 0 });
});

test('the same reset twice takes nothing more', async () => {
  const club = await clubOfTwo();
  const resetId = randomUUID();
  const first = await reset(club, { resetId });
  await club.award(chat('ana', '12:30:00', { xp: 20 }));

  expect(await reset(club, { resetId, at: '12:40:00' })).toEqual(first);
  expect(await standing(club, 'ana')).toMatchObject({ xp: 20, logged: 20 });
});

test('everybody’s is one message without a list, one member’s names that member', async () => {
  const club = await clubOfTwo();
  const one = await messagesDuring(() => reset(club, { userId: 'ana' }));
  expect(one).toEqual([
    {
      topic: club.topic,
      event: 'community.changed',
      payload: { version: 2, changed: [{ userId: 'ana', xp: 0, level: 0 }] },
    },
  ]);
  const all = await messagesDuring(() => reset(club));
  expect(all).toEqual([{ topic: club.topic, event: 'community.changed', payload: { version: 3 } }]);
});

test('where nobody has anything nothing is said', async () => {
  const club = await clubOfTwo();
  await reset(club);
  expect(await messagesDuring(() => reset(club))).toEqual([]);
});

test('another community is left alone', async () => {
  const [club, other] = [await clubOfTwo(), await clubOfTwo()];
  await reset(club);
  expect(await standing(other, 'ana')).toMatchObject({ xp: 300 });
});
