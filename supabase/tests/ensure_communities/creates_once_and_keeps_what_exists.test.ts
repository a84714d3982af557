import { randomUUID } from 'node:crypto';
import { DEFAULT_RULES } from '@wee5/contract';
import { expect, test } from 'vitest';
import { functions, rows, run } from '../support/index.ts';

const DEFAULTS = { visibility: 'members' as const, levelThresholds: [100, 255, 475] };
const newId = () => `biz_${randomUUID()}`;

test('a new community has the given visibility and levels, and what every community starts with', async () => {
  const id = newId();

  const configurations = await functions.ensureCommunities([id], DEFAULTS);

  expect(configurations).toEqual([
    {
      communityId: id,
      version: 1,
      chatXp: 15,
      replyXp: 20,
      reactionXp: 5,
      cooldownSeconds: 60,
      rules: DEFAULT_RULES,
    },
  ]);
  expect(await functions.getCommunity(id)).toEqual({
    communityId: id,
    name: null,
    visibility: 'members',
    theme: {},
    timeZone: 'UTC',
    levelThresholds: [100, 255, 475],
    levels: [],
    version: 0,
  });
});

test('one that exists keeps everything, beside a new one in the same call', async () => {
  const [known, fresh] = [newId(), newId()];
  await functions.ensureCommunities([known], DEFAULTS);
  await run('update public.xp_configurations set chat_xp = 1, version = 9 where community_id = $1', [known]);

  const configurations = await functions.ensureCommunities([fresh, known, known], {
    visibility: 'public',
    levelThresholds: [1],
  });

  expect(configurations.toSorted((a, b) => b.version - a.version)).toMatchObject([
    { communityId: known, chatXp: 1, version: 9 },
    { communityId: fresh, chatXp: 15, version: 1 },
  ]);
  expect(await functions.getCommunity(known)).toMatchObject({ visibility: 'members' });
  expect(await functions.getCommunity(fresh)).toMatchObject({ visibility: 'public', levelThresholds: [1] });
});

test('levels are refused unless they are a list of numbers', async () => {
  const id = newId();
  const create = (levelThresholds: unknown) =>
    functions.ensureCommunities([id], { visibility: 'public', levelThresholds: levelThresholds as number[] });

  await expect(create([])).rejects.toMatchObject({ constraint: 'level_thresholds_are_one_list' });
  await expect(create([1, null])).rejects.toMatchObject({ constraint: 'level_thresholds_are_one_list' });
  await expect(create(['low'])).rejects.toMatchObject({ code: '22P02' });
  expect(await rows('select from public.communities where id = $1', [id])).toEqual([]);
});

test('no communities, no configurations', async () => {
  expect(await functions.ensureCommunities([], DEFAULTS)).toEqual([]);
});
