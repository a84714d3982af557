import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { chat, community, functions, messagesDuring, run } from '../support/index.ts';
import { keepLevels, reset, resetEntries, standing, undo } from './resets.ts';

async function clubThatReset() {
  const club = await community({ cooldownSeconds: 0 });
  await club.award(chat('ana', '10:00:00', { xp: 300 }), chat('ben', '09:00:00', { xp: 40 }));
  return { club, made: await reset(club) };
}

test('gives back what it took, beside what was earned since', async () => {
  const { club, made } = await clubThatReset();
  await club.award(chat('ana', '12:30:00', { xp: 20 }));

  const undone = await undo(club, made);

  expect(undone).toMatchObject({
    outcome: 'undone',
    reset: { resetId: made?.resetId, undoneAt: '2026-11-20T13:00:00.000Z', undoneBy: 'user_owner' },
  });
  expect(await standing(club, 'ana')).toMatchObject({ xp: 320, peak_xp: 320, level: 2, logged: 320 });
  expect(await standing(club, 'ben')).toMatchObject({ xp: 40, peak_xp: 40, logged: 40 });
  expect((await resetEntries(club)).slice(2)).toMatchObject([
    {
      user_id: 'ana',
      key: `reset-undone:${made?.resetId}:ana`,
      xp_awarded: 300,
      receipt: { reason: 'New season', by: 'user_owner', resetId: made?.resetId, peak: 300 },
    },
    { user_id: 'ben', xp_awarded: 40 },
  ]);
});

test('members of one total stand in the order in which they reached it', async () => {
  const { club, made } = await clubThatReset();
  await undo(club, made);
  expect(await standing(club, 'ana')).toMatchObject({ reached_at: '2026-11-20T10:00:00.000Z' });
  expect(await standing(club, 'ben')).toMatchObject({ reached_at: '2026-11-20T09:00:00.000Z' });
});

test('a peak above the total comes back with the level it kept', async () => {
  const club = await community({ cooldownSeconds: 0 });
  await keepLevels(club);
  await club.award(chat('ana', '10:00:00', { xp: 300 }));
  await run(`update public.users set peak_xp = 600 where community_id = $1`, [club.id]);
  const made = await reset(club);
  expect(await standing(club, 'ana')).toMatchObject({ xp: 0, level: 0 });

  await undo(club, made);

  expect(await standing(club, 'ana')).toMatchObject({ xp: 300, peak_xp: 600, level: 3 });
});

test('a second time it says so and gives nothing', async () => {
  const { club, made } = await clubThatReset();
  await undo(club, made);
  expect(await undo(club, made)).toEqual({ outcome: 'undone-before' });
  expect(await standing(club, 'ana')).toMatchObject({ xp: 300, logged: 300 });
});

test.each([
  ['a moment before the 30 days are over', '2026-12-20T11:59:59.999Z', 'undone'],
  ['30 days later', '2026-12-20T12:00:00Z', 'too-late'],
])('%s', async (_, at, outcome) => {
  const { club, made } = await clubThatReset();
  expect(await undo(club, made, at)).toMatchObject({ outcome });
  expect(await standing(club, 'ana')).toMatchObject({ xp: outcome === 'undone' ? 300 : 0 });
});

test('a total beyond a safe integer is refused by name, and nobody gets anything', async () => {
  const { club, made } = await clubThatReset();
  await run(
    `update public.users set xp = 9007199254740991 - 299, peak_xp = 9007199254740991 - 299
     where community_id = $1 and id = 'ana'`,
    [club.id],
  );
  expect(await undo(club, made)).toEqual({ outcome: 'too-much', userId: 'ana' });
  expect(await standing(club, 'ben')).toMatchObject({ xp: 0 });
});

test.each(['no uuid', randomUUID()])('a reset that nobody made (%s) is none', async (resetId) => {
  const { club } = await clubThatReset();
  expect(
    await functions.undoReset({ communityId: club.id, resetId, by: 'x', at: '2026-11-20T13:00:00Z' }),
  ).toBeNull();
});

test('another community’s reset is none', async () => {
  const [{ made }, { club }] = [await clubThatReset(), await clubThatReset()];
  expect(await undo(club, made)).toBeNull();
});

test('who was erased meanwhile is left out, also where they came back', async () => {
  const { club, made } = await clubThatReset();
  await functions.eraseMember(club.id, 'ana');
  await club.award(chat('ana', '12:30:00', { xp: 20 }));
  await undo(club, made);
  expect(await standing(club, 'ana')).toMatchObject({ xp: 20, logged: 20 });
  expect(await standing(club, 'ben')).toMatchObject({ xp: 40 });
});

test('levels come back without a message of their own, and with what was given for them meanwhile', async () => {
  const { club, made } = await clubThatReset();
  await club.reward(1);
  const messages = await messagesDuring(() => undo(club, made));
  expect(messages).toEqual([{ topic: club.topic, event: 'community.changed', payload: { version: 4 } }]);
  expect(await club.unlocked('ana')).toEqual(['Level 1']);
  expect(await club.unlocked('ben')).toEqual([]);
});

test('the list has the newest first, undone or not', async () => {
  const { club, made } = await clubThatReset();
  const later = await reset(club, { at: '12:10:00', userId: 'ben' });
  await undo(club, made);
  expect(await functions.listResets(club.id)).toMatchObject([
    { resetId: later?.resetId, undoneAt: null },
    { resetId: made?.resetId, undoneAt: '2026-11-20T13:00:00.000Z' },
  ]);
});
