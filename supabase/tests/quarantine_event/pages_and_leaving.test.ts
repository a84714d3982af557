import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { functions } from '../support/index.ts';
import { quarantined } from './quarantined.ts';

async function kept(times: string[]) {
  const communityId = `biz_${randomUUID()}`;
  for (const [index, receivedAt] of times.entries()) {
    await functions.quarantineEvent(quarantined({ communityId, receivedAt, webhookId: `msg_${index}` }));
  }
  return communityId;
}

const times = ['2026-11-20T10:00:00Z', '2026-11-20T10:00:00Z', '2026-11-20T09:00:00Z'];

test('listed newest first and each once, also where two arrived at one moment', async () => {
  const communityId = await kept(times);
  const first = await functions.listQuarantinedEvents({ communityId, before: null, limit: 1 });
  const second = await functions.listQuarantinedEvents({ communityId, before: first.next, limit: 1 });
  const third = await functions.listQuarantinedEvents({ communityId, before: second.next, limit: 1 });
  const ids = [first, second, third].flatMap(({ events }) => events.map(({ webhookId }) => webhookId));
  expect(ids).toEqual(['msg_1', 'msg_0', 'msg_2']);
  expect(third.next).toBeNull();
});

test('found oldest first, no more than asked for, and those of given ids', async () => {
  const communityId = await kept(times);
  const find = async (webhookIds: string[] | null, limit: number) =>
    (await functions.findQuarantinedEvents(communityId, webhookIds, limit)).map(({ webhookId }) => webhookId);
  expect(await find(null, 2)).toEqual(['msg_2', 'msg_0']);
  expect(await find(['msg_1', 'msg_unknown'], 100)).toEqual(['msg_1']);
});

test('what leaves is gone, of this community alone', async () => {
  const [communityId, other] = [await kept(times), await kept(times)];
  expect(await functions.leaveQuarantine(communityId, ['msg_0', 'msg_2', 'msg_unknown'])).toBe(2);
  expect(await functions.findQuarantinedEvents(communityId, null, 100)).toHaveLength(1);
  expect(await functions.findQuarantinedEvents(other, null, 100)).toHaveLength(3);
});

test('an event whose community is found at last leaves those that belong to nobody', async () => {
  const event = quarantined({ communityId: null, webhookId: `msg_${randomUUID()}` });
  await functions.quarantineEvent(event);
  await functions.quarantineEvent({ ...event, communityId: `biz_${randomUUID()}` });
  expect(await functions.findQuarantinedEvents('', [event.webhookId], 100)).toEqual([]);
});

test('a replay that fails for another reason says the new one', async () => {
  const communityId = await kept(['2026-11-20T10:00:00Z']);
  const again = quarantined({ communityId, webhookId: 'msg_0', reason: 'future-dated' });
  await functions.quarantineEvent({ ...again, receivedAt: '2026-11-21T10:00:00Z' });
  expect(await functions.findQuarantinedEvents(communityId, null, 100)).toMatchObject([
    { reason: 'future-dated', receivedAt: '2026-11-20T10:00:00.000Z' },
  ]);
});
