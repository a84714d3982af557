import { expect, it, vi } from 'vitest';
import { toDocument } from '../../src/config-document/stored.ts';
import { createDatabaseFunctions } from '../../src/database/functions.ts';
import { defaultCacheDir, defaultMigrationsDir } from '../../src/database/paths.ts';
import { PgliteDatabase } from '../../src/database/pglite.ts';
import { DatabaseError } from '../../src/database/port.ts';
import { createMigratedPglite } from '../../src/database/snapshot.ts';
import { LevelSlices } from '../../src/levels/level-slices.ts';
import { createMemoryLog } from '../pipeline/support.ts';
import { payloadTime } from '../support/test-server.ts';

const communityId = 'biz_1';
const now = () => payloadTime;
const { log, lines } = createMemoryLog();

/** Members of 5, 10, 20, 30 and 99 XP, whose curve has just become one of 10 XP a level; no process has begun. */
async function afterANewCurve() {
  const pglite = await createMigratedPglite({
    migrationsDir: defaultMigrationsDir,
    cacheDir: defaultCacheDir,
    log: () => undefined,
  });
  const functions = createDatabaseFunctions(new PgliteDatabase(pglite));
  await functions.ensureCommunities([communityId], { visibility: 'public', levelThresholds: [1000] });
  await pglite.exec(
    `insert into users (community_id, id, xp, peak_xp, reached_at)
     select 'biz_1', id, xp, xp, now() from (values ('a', 5), ('b', 10), ('c', 20), ('d', 99), ('e', 30)) m (id, xp)`,
  );
  const configuration = await functions.getConfiguration(communityId);
  if (!configuration) throw new Error('There is no community.');
  await functions.saveConfiguration({
    communityId,
    expectedVersion: configuration.version,
    document: {
      ...toDocument(configuration.document),
      curve: { kind: 'linear', xpPerLevel: 10 },
      topLevel: 5,
    },
    levelThresholds: [10, 20, 30, 40, 50],
    savedBy: 'user_owner',
    at: payloadTime.toISOString(),
  });
  const stored = async () => {
    const { rows } = await pglite.query<{ level: number }>('select level from users order by id');
    return rows.map(({ level }) => level);
  };
  return { pglite, functions, stored };
}

it('another process goes on where one stopped in the middle', async () => {
  const { pglite, functions, stored } = await afterANewCurve();
  const first = new LevelSlices({ functions, log, now, size: 2, pauseMs: 60_000 });
  first.start();
  await vi.waitFor(async () => expect(await stored()).toEqual([0, 1, 0, 0, 0]));
  await first.stop();
  expect(await stored()).toEqual([0, 1, 0, 0, 0]);

  const second = new LevelSlices({ functions, log, now, size: 2, pauseMs: 0 });
  second.start();
  await vi.waitFor(async () => expect(await stored()).toEqual([0, 1, 2, 5, 3]));
  await second.stop();
  // It did not do again what was done.
  expect(lines).toContainEqual(expect.objectContaining({ communityId, members: 3 }));
  await pglite.close();
});

it('what is asked for while it is at work is looked for afterwards', async () => {
  const { pglite, functions, stored } = await afterANewCurve();
  let looked = 0;
  const slices = new LevelSlices({
    functions: {
      findPendingLevels: async () => ((looked += 1) === 1 ? [] : functions.findPendingLevels()),
      recomputeLevels: (...args) => functions.recomputeLevels(...args),
    },
    log,
    now,
  });
  slices.begin();
  slices.begin();
  await vi.waitFor(async () => expect(await stored()).toEqual([0, 1, 2, 5, 3]));
  await slices.stop();
  expect(looked).toBe(2);
  await pglite.close();
});

it('the database that was away is asked again', async () => {
  const memory = createMemoryLog();
  const answers = [
    () => Promise.reject(new DatabaseError('away', { kind: 'unavailable' })),
    () => Promise.resolve(['biz_1']),
  ];
  const slices = new LevelSlices({
    functions: {
      findPendingLevels: () => answers.shift()?.() ?? Promise.resolve([]),
      recomputeLevels: () => Promise.resolve({ done: true, members: 3 }),
    },
    log: memory.log,
    now,
    everyMs: 5,
  });
  slices.start();
  await vi.waitFor(() => expect(memory.lines).toMatchObject([{ level: 40 }, { members: 3 }]));
  await slices.stop();
});
