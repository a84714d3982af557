import { expect, it, vi } from 'vitest';
import { createDatabaseFunctions } from '../src/database/functions.ts';
import { openPglite } from '../src/database/pglite.ts';
import { DatabaseError } from '../src/database/port.ts';
import { Upkeep } from '../src/upkeep.ts';
import { createMemoryLog } from './pipeline/support.ts';
import { startTestServer } from './support/test-server.ts';

const event = {
  communityId: 'biz_1',
  eventType: 'chat.message.created',
  reason: 'unknown-shape',
  payload: '{}',
};

it('forgets quarantined events after 30 days', async () => {
  const server = await startTestServer();
  const { functions, integrity } = server.context;
  let now = new Date('2026-12-20T12:00:00.000Z');
  await functions.quarantineEvent({ ...event, webhookId: 'msg_1', receivedAt: '2026-11-20T12:00:00.000Z' });
  await functions.quarantineEvent({ ...event, webhookId: 'msg_2', receivedAt: '2026-11-20T12:00:01.000Z' });
  const { log, lines } = createMemoryLog();
  const upkeep = new Upkeep({ functions, integrity, log, now: () => now, everyMs: 5 });
  upkeep.start();
  now = new Date('2026-12-20T12:00:01.000Z');
  await vi.waitFor(() => expect(lines).toMatchObject([{ deleted: 1 }]));
  await upkeep.stop();
  expect(await functions.deleteExpiredEvents('2027-12-20T12:00:00.000Z')).toBe(1);
  await server.stop();
});

it('forgets checks of the log after 90 days', async () => {
  const server = await startTestServer();
  const { functions, integrity } = server.context;
  await functions.ensureCommunities(['biz_1'], { visibility: 'public', levelThresholds: [100] });
  const check = { ok: true, members: 0, counts: {}, mismatches: [] };
  await integrity.saveIntegrityCheck('biz_1', { ...check, checkedAt: '2026-09-01T03:00:00.000Z' });
  await integrity.saveIntegrityCheck('biz_1', { ...check, checkedAt: '2026-09-01T03:00:00.001Z' });
  const { log, lines } = createMemoryLog();
  const now = () => new Date('2026-11-30T03:00:00.001Z');
  const upkeep = new Upkeep({ functions, integrity, log, now, everyMs: 5 });
  upkeep.start();
  await vi.waitFor(() =>
    expect(lines).toMatchObject([{ deleted: 1, msg: 'Checks of more than 90 days ago were deleted' }]),
  );
  await upkeep.stop();
  expect(await integrity.listIntegrityChecks('biz_1', 10)).toHaveLength(1);
  await server.stop();
});

it('is at work in every server that has started', async () => {
  const database = await openPglite();
  const functions = createDatabaseFunctions(database);
  await functions.quarantineEvent({ ...event, webhookId: 'msg_1', receivedAt: '2001-01-01T12:00:00.000Z' });
  const { log, lines } = createMemoryLog();
  const server = await startTestServer({ database, log });
  await vi.waitFor(() => expect(lines).toContainEqual(expect.objectContaining({ deleted: 1 })));
  await server.stop();
});

it('tries again after the database was away', async () => {
  const answers = [Promise.reject(new DatabaseError('away', { kind: 'unavailable' })), Promise.resolve(2)];
  const { log, lines } = createMemoryLog();
  const functions = { deleteExpiredEvents: () => answers.shift() ?? Promise.resolve(0) };
  const integrity = { deleteExpiredChecks: () => Promise.resolve(0) };
  const upkeep = new Upkeep({ functions, integrity, log, now: () => new Date(), everyMs: 5 });
  upkeep.start();
  await vi.waitFor(() => expect(lines).toMatchObject([{ level: 40 }, { deleted: 2 }]));
  await upkeep.stop();
});
