import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultMigrationsDir } from '../../src/database/paths.ts';
import { openPostgres } from '../../src/database/postgres.ts';
import { fileDatabase } from '../database/support/postgres.ts';
import { changed } from '../support/fixtures.ts';
import { communityId, payloadTime, startTestServer, type TestServer } from '../support/test-server.ts';

const databaseUrl = fileDatabase();
let server: TestServer;
let observer: pg.Client;
let owner: Record<string, string>;
beforeAll(async () => {
  const url = databaseUrl();
  const database = await openPostgres({ url, migrationsDir: defaultMigrationsDir, callTimeoutMs: 20_000 });
  server = await startTestServer({ database });
  observer = new pg.Client(url);
  await observer.connect();
  const { functions, communityDefaults, identities } = server.context;
  await functions.ensureCommunities([communityId], communityDefaults);
  const holder = { communityId, userId: 'user_owner', access: 'admin', isOwner: true } as const;
  const { token } = await identities.memberTokens.mint(holder);
  owner = { authorization: `Bearer ${token}` };
});
afterAll(async () => {
  await server.stop();
  await observer.end();
});

/** Messages of ana and ben, minutes apart, so that no cooldown refuses one. */
const chat = (userId: string, index: number) =>
  server.answerTo(
    changed('chat-message', {
      id: `msg_${userId}_${index}`,
      'data.message.id': `post_${userId}_${index}`,
      'data.message.user.id': userId,
      'data.message.created_at': new Date(payloadTime.getTime() - index * 61_000).toISOString(),
    }),
  );

const erase = async () => {
  const path = `${server.url}/api/v1/communities/${communityId}/members/user_ana`;
  return (await fetch(path, { method: 'DELETE', headers: owner })).status;
};

it('leaves a member whom the pipeline is booking whole, or gone', async () => {
  const statuses = new Set<number>();
  for (let round = 0; round < 10; round++) {
    const chats = Array.from({ length: 20 }, (_, index) => [
      chat('user_ana', round * 20 + index),
      chat('user_ben', round * 20 + index),
    ]).flat();
    const erasing = Array.from({ length: 4 }, async () => void statuses.add(await erase()));
    const answers = await Promise.all(chats);
    await Promise.all(erasing);
    expect(new Set(answers.map(({ body }) => body.status))).toEqual(new Set(['accepted']));
  }
  expect([...statuses].toSorted((a, b) => a - b)).toEqual(expect.arrayContaining([204]));
  expect([...statuses].filter((status) => status !== 204 && status !== 404)).toEqual([]);

  const { rows: halves } = await observer.query(
    `select coalesce(u.id, l.user_id) as id, u.xp, l.xp as logged, p.xp as months
     from users u
     full join (select user_id, sum(xp_awarded) as xp from activity_log group by 1) l on l.user_id = u.id
     full join (select user_id, sum(xp) as xp from period_totals where kind = 'month' group by 1) p
       on p.user_id = coalesce(u.id, l.user_id)
     where u.xp is distinct from l.xp or u.xp is distinct from p.xp`,
  );
  expect(halves).toEqual([]);
  const { rows } = await observer.query(`select xp::int from users where id = 'user_ben'`);
  expect(rows).toEqual([{ xp: 200 * 15 }]);
});
