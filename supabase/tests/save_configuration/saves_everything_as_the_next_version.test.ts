import { expect, test } from 'vitest';
import { changeOf, community, DOCUMENT, functions, messagesDuring, rows, save } from '../support/index.ts';

const CHANGE = {
  name: 'Guild',
  visibility: 'members',
  theme: { accent: '#123456' },
  chatXp: 30,
  replyXp: 40,
  reactionXp: 0,
  cooldownSeconds: 0,
  curve: { kind: 'linear', xpPerLevel: 50 },
  topLevel: 5,
  levels: [{ level: 1, name: 'Rookie', badgeUrl: 'https://pictures.example/1.png' }],
  demotion: 'keep',
  rules: { ...DOCUMENT.rules, dailyCap: 200 },
} as const;

test('every part of the document is there to be read, with who saved it and when', async () => {
  const club = await community();
  const change = changeOf(club.id, 1, CHANGE as never);

  const saved = await functions.saveConfiguration(change);

  const configuration = await functions.getConfiguration(club.id);
  expect(saved).toEqual({ outcome: 'saved', configuration });
  expect(configuration).toEqual({
    communityId: club.id,
    version: 2,
    savedAt: '2026-11-20T12:00:00.000Z',
    savedBy: 'user_owner',
    document: change.document,
    levelsPending: true,
    integrity: null,
  });
  expect(await functions.getCommunity(club.id)).toMatchObject({
    name: 'Guild',
    visibility: 'members',
    theme: { accent: '#123456' },
    levelThresholds: [50, 100, 150, 200, 250],
    levels: CHANGE.levels,
  });
  const [rules] = await functions.ensureCommunities([club.id], { visibility: 'public', levelThresholds: [] });
  expect(rules).toMatchObject({ version: 2, chatXp: 30, replyXp: 40, reactionXp: 0, cooldownSeconds: 0 });
  expect(rules?.rules).toEqual(CHANGE.rules);
});

test('the community hears of it with the new version of what it shows', async () => {
  const club = await community();

  const messages = await messagesDuring(() => save(club.id, 1, { chatXp: 1 }));

  expect(messages).toEqual([{ topic: club.topic, event: 'community.updated', payload: { version: 1 } }]);
  expect(await club.version()).toBe(1);
});

test('levels are pending after another curve or demotion, and after nothing else', async () => {
  const club = await community();
  const pending = async () => (await functions.getConfiguration(club.id))?.levelsPending;
  const recompute = () => functions.recomputeLevels(club.id, 10, '2026-11-20T12:00:00.000Z');

  await save(club.id, 1, { chatXp: 1 });
  expect(await pending()).toBe(false);
  await save(club.id, 2, { demotion: 'keep' });
  expect(await pending()).toBe(true);
  await save(club.id, 3, { demotion: 'keep', chatXp: 2 });
  expect(await pending()).toBe(true);
  await recompute();
  expect(await pending()).toBe(false);
  await save(club.id, 4, { demotion: 'keep', topLevel: 2 });
  expect(await pending()).toBe(true);
});

test('another version than the current one saves nothing and says whose it is', async () => {
  const club = await community();
  await save(club.id, 1, { chatXp: 1 });
  const before = await rows('select * from public.xp_configurations where community_id = $1', [club.id]);

  for (const version of [1, 3]) {
    expect(await save(club.id, version, { chatXp: 2, visibility: 'private' })).toEqual({
      outcome: 'conflict',
      version: 2,
      savedAt: '2026-11-20T12:00:00.000Z',
      savedBy: 'user_owner',
    });
  }

  const after = await rows('select * from public.xp_configurations where community_id = $1', [club.id]);
  expect(after).toEqual(before);
  expect(await functions.getCommunity(club.id)).toMatchObject({ visibility: 'public', version: 1 });
  expect(await functions.listConfigurationVersions(club.id, null, 10)).toHaveLength(2);
});

test('an unknown community and a zone that Postgres does not know are told, and nothing is saved', async () => {
  const club = await community();
  expect(await save('biz_nowhere', 1)).toEqual({ outcome: 'unknown-community' });
  expect(await save(club.id, 1, { timeZone: 'Mars/Base' })).toEqual({ outcome: 'unknown-time-zone' });
  expect(await functions.getConfiguration('biz_nowhere')).toBeNull();
  expect(await functions.getConfiguration(club.id)).toMatchObject({ version: 1, savedBy: null });
});
