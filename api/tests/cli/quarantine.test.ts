import { expect, it, vi } from 'vitest';
import { openPostgres } from '../../src/database/postgres.ts';
import { defaultMigrationsDir } from '../../src/database/paths.ts';
import { temporaryDatabase } from '../database/support/postgres.ts';
import { changed } from '../support/fixtures.ts';
import { communityId, startTestServer } from '../support/test-server.ts';
import { wee5 } from '../support/wee5.ts';

// Every command is a process of its own, which opens a database.
vi.setConfig({ testTimeout: 120_000 });

it('lists and replays what no creator can see, while the server runs', async () => {
  const url = await temporaryDatabase();
  const environment = { DATABASE_URL: url, LOG_LEVEL: 'silent' };
  const database = await openPostgres({ url, migrationsDir: defaultMigrationsDir });
  const server = await startTestServer({ database, now: () => new Date() });
  const list = async () => (await wee5(environment, 'quarantine', 'list')).out;
  expect(await list()).toBe('Nothing is in quarantine.\n');

  const now = new Date().toISOString();
  const message = { timestamp: now, 'data.message.created_at': now };
  const lost = { ...message, company_id: undefined, account_id: undefined, 'data.message.id': 'post_lost' };
  await server.answerTo(changed('chat-message', { ...lost, id: 'msg_lost' }));
  expect(await list()).toMatch(
    /^\d{4}-\d\d-\d\d \d\d:\d\d {2}missing-community {4}msg_lost {2}chat\.message\.created\n$/,
  );
  const stays = await wee5(environment, 'quarantine', 'replay');
  expect(stays).toMatchObject({
    code: 1,
    out: "0 of 1 events left the quarantine. 1 still cannot be booked: look at the server's log.\n",
  });

  // As if its community were found by now.
  await server.context.functions.leaveQuarantine('', ['msg_lost']);
  await server.context.functions.quarantineEvent({
    communityId: null,
    webhookId: 'msg_found',
    eventType: 'chat.message.created',
    reason: 'missing-community',
    payload: changed('chat-message', message),
    receivedAt: now,
  });
  expect(await wee5(environment, 'quarantine', 'replay', 'msg_found')).toMatchObject({
    code: 0,
    out: '1 of 1 events left the quarantine.\n',
  });
  expect(await list()).toBe('Nothing is in quarantine.\n');
  expect(await server.read(`/api/v1/communities/${communityId}/members/user_7GhP2mWq9LsX1`)).toMatchObject({
    status: 200,
    body: { xp: 15 },
  });
  await server.stop();
});
