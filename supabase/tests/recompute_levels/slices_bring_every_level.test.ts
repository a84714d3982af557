import { expect, test } from 'vitest';
import {
  community,
  functions,
  messagesDuring,
  rows,
  run,
  save,
  type TestCommunity,
} from '../support/index.ts';

const AT = '2026-11-21T09:00:00.000Z';
const FASTER = { curve: { kind: 'table' as const, thresholds: [10, 20, 30] }, topLevel: 3 };

const slice = (club: TestCommunity, limit: number) => functions.recomputeLevels(club.id, limit, AT);
const levels = async (club: TestCommunity) =>
  (
    await rows<{ level: number }>('select level from public.users where community_id = $1 order by id', [
      club.id,
    ])
  ).map(({ level }) => level);

async function seated(): Promise<TestCommunity> {
  const club = await community();
  await club.seat({
    a: [5, '10:00:00'],
    b: [10, '10:00:00'],
    c: [25, '10:00:00'],
    d: [30, '10:00:00'],
    e: [9, '10:00:00'],
  });
  return club;
}

test('members are recomputed by id, a slice at a time, until all are', async () => {
  const club = await seated();
  await save(club.id, 1, FASTER);
  expect(await functions.findPendingLevels()).toContain(club.id);

  expect(await slice(club, 2)).toEqual({ done: false, members: 2 });
  expect(await levels(club)).toEqual([0, 1, 0, 0, 0]);
  expect(await slice(club, 2)).toEqual({ done: false, members: 2 });
  expect(await slice(club, 2)).toEqual({ done: true, members: 1 });
  expect(await levels(club)).toEqual([0, 1, 2, 3, 0]);
  expect(await slice(club, 2)).toEqual({ done: true, members: 0 });
  expect(await functions.findPendingLevels()).not.toContain(club.id);
});

test('the community hears of it once, at the end', async () => {
  const club = await seated();
  await save(club.id, 1, FASTER);
  const version = await club.version();

  expect(await messagesDuring(() => slice(club, 4))).toEqual([]);
  expect(await messagesDuring(() => slice(club, 4))).toEqual([
    { topic: club.topic, event: 'community.updated', payload: { version: version + 1 } },
  ]);
});

test('a level that is lower now is stored as well', async () => {
  const club = await seated();
  await save(club.id, 1, FASTER);
  await slice(club, 10);
  await save(club.id, 2, { curve: { kind: 'table', thresholds: [26, 500, 600] } });
  await slice(club, 10);
  expect(await levels(club)).toEqual([0, 0, 0, 1, 0]);
});

test('a kept level is counted from the highest total since the last reset', async () => {
  const club = await seated();
  await run('update public.users set peak_xp = 30 where community_id = $1 and id = $2', [club.id, 'a']);

  await save(club.id, 1, { ...FASTER, demotion: 'keep' });
  await slice(club, 10);
  expect(await levels(club)).toEqual([3, 1, 2, 3, 0]);
  await save(club.id, 2, { ...FASTER, demotion: 'follow' });
  await slice(club, 10);
  expect(await levels(club)).toEqual([0, 1, 2, 3, 0]);
});

test('what the new level has is unlocked without a word, once, and never taken away', async () => {
  const club = await seated();
  await club.reward(1, 'First');
  await club.reward(3, 'Third');
  await save(club.id, 1, FASTER);

  const messages = await messagesDuring(() => slice(club, 10));

  expect(messages.map(({ event }) => event)).toEqual(['community.updated']);
  expect(await club.unlocked('b')).toEqual(['First']);
  expect(await club.unlocked('d')).toEqual(['First', 'Third']);
  expect(await club.rewards('d')).toMatchObject([{ unlockedAt: AT }, { unlockedAt: AT }]);
  expect(await club.unlocked('a')).toEqual([]);

  await save(club.id, 2);
  await functions.recomputeLevels(club.id, 10, '2026-11-22T09:00:00.000Z');
  expect(await levels(club)).toEqual([0, 0, 0, 0, 0]);
  expect(await club.rewards('d')).toMatchObject([{ unlockedAt: AT }, { unlockedAt: AT }]);
});

test('after another save in the middle all begins anew', async () => {
  const club = await seated();
  await save(club.id, 1, FASTER);
  await slice(club, 3);
  await save(club.id, 2, { curve: { kind: 'table', thresholds: [5, 6, 7] } });

  expect(await slice(club, 10)).toEqual({ done: true, members: 5 });
  expect(await levels(club)).toEqual([1, 3, 3, 3, 3]);
});

test('a save that leaves the curve alone does not throw back what is done', async () => {
  const club = await seated();
  await save(club.id, 1, FASTER);
  await slice(club, 3);
  await save(club.id, 2, { ...FASTER, chatXp: 1 });

  expect(await slice(club, 10)).toEqual({ done: true, members: 2 });
  expect(await levels(club)).toEqual([0, 1, 2, 3, 0]);
});

test('an unknown community has nothing to recompute', async () => {
  expect(await functions.recomputeLevels('biz_nowhere', 10, AT)).toEqual({ done: true, members: 0 });
});
