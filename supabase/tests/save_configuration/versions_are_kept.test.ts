import { expect, test } from 'vitest';
import { changeOf, community, functions, rows, run, save } from '../support/index.ts';

const versionsOf = async (id: string, before: number | null = null, limit = 10) =>
  (await functions.listConfigurationVersions(id, before, limit)).map(({ version }) => version);

test('what a community began with is a version of nobody', async () => {
  const club = await community({ levels: [10, 20] });

  const began = await functions.listConfigurationVersions(club.id, null, 10);

  expect(began).toMatchObject([
    { version: 1, savedBy: null, restoredFrom: null, document: { chatXp: 15, topLevel: 2, rules: {} } },
  ]);
  await save(club.id, 1, { chatXp: 30 });
  const [newest, oldest] = await functions.listConfigurationVersions(club.id, null, 10);
  expect(oldest).toEqual(began[0]);
  expect(newest).toMatchObject({ version: 2, savedBy: 'user_owner', document: { chatXp: 30 } });
  expect(await functions.getConfigurationVersion(club.id, 1)).toEqual(began[0]?.document);
});

test('they are listed newest first, page by page', async () => {
  const club = await community();
  for (const version of [1, 2, 3, 4]) await save(club.id, version, { chatXp: version });

  expect(await versionsOf(club.id)).toEqual([5, 4, 3, 2, 1]);
  expect(await versionsOf(club.id, null, 2)).toEqual([5, 4]);
  expect(await versionsOf(club.id, 4, 2)).toEqual([3, 2]);
  expect(await versionsOf(club.id, 1)).toEqual([]);
  expect(await versionsOf('biz_nowhere')).toEqual([]);
  expect(await functions.getConfigurationVersion(club.id, 9)).toBeNull();
});

test('one that is saved again says which it was, and is a new one', async () => {
  const club = await community();
  await save(club.id, 1, { chatXp: 30 });

  await functions.saveConfiguration({ ...changeOf(club.id, 2, { chatXp: 15 }), restoredFrom: 1 });

  const found = await rows(
    `select version, restored_from, document ->> 'chatXp' as chat_xp from public.configuration_versions
     where community_id = $1 order by version`,
    [club.id],
  );
  expect(found).toEqual([
    { version: 1, restored_from: null, chat_xp: '15' },
    { version: 2, restored_from: null, chat_xp: '30' },
    { version: 3, restored_from: 1, chat_xp: '15' },
  ]);
});

test('the newest check of the totals is shown with the configuration', async () => {
  const club = await community();
  const report = { mismatches: [{ userId: 'ana', what: 'xp', stored: 1, fromLog: 2 }] };
  for (const [at, ok] of [
    ['2026-11-20T03:00:00Z', false],
    ['2026-11-19T03:00:00Z', true],
  ]) {
    await run(
      `insert into public.integrity_checks (community_id, checked_at, ok, members, report)
       values ($1, $2, $3, 2, $4)`,
      [club.id, at, ok, JSON.stringify(report)],
    );
  }
  expect(await functions.getConfiguration(club.id)).toMatchObject({
    integrity: {
      checkedAt: '2026-11-20T03:00:00.000Z',
      ok: false,
      members: 2,
      mismatches: [{ userId: 'ana', what: 'xp', stored: 1, fromLog: 2 }],
    },
  });
});
