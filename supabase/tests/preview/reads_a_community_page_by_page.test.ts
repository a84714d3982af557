import { expect, test } from 'vitest';
import { chat, community, functions, instant, reaction, run } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

const since = instant('09:00:00');
const until = instant('12:00:00');
const frameOf = (club: TestCommunity, maxActivities = 100) =>
  functions.getPreviewFrame({ communityId: club.id, since, until, maxActivities });

test('the frame tells the zones of periods, and the levels of rewards that are still given', async () => {
  const club = await community({ timeZone: 'Europe/Lisbon' });
  const reward = (levelRequirement: number) =>
    functions.createReward({
      communityId: club.id,
      levelRequirement,
      type: 'badge',
      name: `At ${levelRequirement}`,
    });
  await reward(3);
  await reward(1);
  await reward(2);
  await run(
    'update public.rewards set archived_at = now() where community_id = $1 and level_requirement = 2',
    [club.id],
  );
  await run(
    `insert into public.community_time_zones (community_id, kind, starts_at, time_zone)
      values ($1, 'day', '-infinity', 'UTC'), ($1, 'day', '2026-11-20T00:00:00Z', 'Europe/Lisbon')`,
    [club.id],
  );
  expect(await frameOf(club)).toEqual({
    since: '2026-11-20T09:00:00.000000Z',
    isComplete: true,
    timeZone: 'Europe/Lisbon',
    zones: [
      { kind: 'day', startsAt: null, timeZone: 'UTC' },
      { kind: 'day', startsAt: '2026-11-20T00:00:00.000Z', timeZone: 'Europe/Lisbon' },
    ],
    rewardLevels: [1, 3],
  });
  expect(
    await functions.getPreviewFrame({ communityId: 'biz_nobody', since, until, maxActivities: 1 }),
  ).toBeNull();
});

test('the frame begins right after what is too much', async () => {
  const club = await community();
  await club.award(chat('ana', '09:00:00'), chat('ben', '10:00:00'), chat('cleo', '11:00:00'));
  expect(await frameOf(club, 3)).toMatchObject({ isComplete: true, since: '2026-11-20T09:00:00.000000Z' });
  expect(await frameOf(club, 2)).toMatchObject({ isComplete: false, since: '2026-11-20T09:00:00.000001Z' });
});

test('activities come in the order of events with what they earned, each on one page, and nothing else does', async () => {
  const club = await community();
  await club.award(
    chat('ana', '10:00:00', { key: 'chat:1', facts: { experienceId: 'exp_1', length: 12 } }),
    chat('ana', '10:00:01', { key: 'chat:2' }),
    chat('ben', '10:00:00', { key: 'chat:3' }),
    reaction('cleo', '09:30:00', { key: 'reaction:1', counterpartId: 'ana' }),
    chat('dan', '08:59:59', { key: 'chat:early' }),
    chat('dan', '12:00:01', { key: 'chat:late' }),
  );
  await run(
    `insert into public.activity_log (community_id, user_id, activity_type, key, xp_awarded, created_at)
      values ($1, 'ana', 'adjustment', 'adjustment:1', 5, '2026-11-20T10:00:00Z')`,
    [club.id],
  );
  const page = (after: { at: string; id: string } | null) =>
    functions.listReplayable({ communityId: club.id, since, until, after, limit: 2 });
  const first = await page(null);
  const second = await page(first.at(-1) ?? null);
  expect(await page(second.at(-1) ?? null)).toEqual([]);

  const all = [...first, ...second];
  expect(all.map(({ at }) => at.slice(11, 19))).toEqual(['09:30:00', '10:00:00', '10:00:00', '10:00:01']);
  expect(new Set(all.map(({ key }) => key))).toEqual(new Set(['reaction:1', 'chat:1', 'chat:2', 'chat:3']));
  expect(all.find(({ key }) => key === 'chat:1')).toEqual({
    id: expect.any(String),
    userId: 'ana',
    type: 'chat',
    key: 'chat:1',
    at: '2026-11-20T10:00:00.000000Z',
    xp: 15,
    facts: { experienceId: 'exp_1', length: 12 },
    counterpartId: null,
  });
  expect(all.find(({ key }) => key === 'chat:2')).toMatchObject({ xp: 0 });
  expect(all.find(({ key }) => key === 'reaction:1')).toMatchObject({ counterpartId: 'ana' });
});

test('members come by id with the rewards they have', async () => {
  const club = await community({ levels: [10] });
  await functions.createReward({ communityId: club.id, levelRequirement: 1, type: 'badge', name: 'Regular' });
  await club.award(chat('ana', '10:00:00'), chat('ben', '10:00:00', { xp: 5 }), chat('cleo', '10:00:00'));
  const first = await functions.listMembersToPreview(club.id, null, 2);
  expect(first).toMatchObject([
    {
      userId: 'ana',
      xp: 15,
      peakXp: 15,
      excluded: false,
      rewardLevels: [1],
      joinedAt: '2026-11-20T10:00:00.000Z',
    },
    { userId: 'ben', xp: 5, rewardLevels: [] },
  ]);
  expect(await functions.listMembersToPreview(club.id, 'ben', 2)).toMatchObject([{ userId: 'cleo' }]);
});
