import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { functions, rows } from '../support/index.ts';
import { quarantined } from './quarantined.ts';

test('kept as it came first', async () => {
  const event = quarantined({ communityId: `biz_${randomUUID()}`, payload: '{"first":true}' });

  await functions.quarantineEvent(event);
  await functions.quarantineEvent({
    ...event,
    payload: '{"first":false}',
    receivedAt: '2026-11-21T10:00:00Z',
  });

  const kept = await rows(
    `select community_id, event_type, reason, payload, public.iso_time(received_at) as received_at
     from public.quarantined_events where webhook_id = $1`,
    [event.webhookId],
  );
  expect(kept).toEqual([
    {
      community_id: event.communityId,
      event_type: 'message.created',
      reason: 'unknown-shape',
      payload: '{"first":true}',
      received_at: '2026-11-20T10:00:00.000Z',
    },
  ]);
});

test('an event without a community is kept too', async () => {
  const event = quarantined({ communityId: null, reason: 'missing-community' });
  await functions.quarantineEvent(event);
  await functions.quarantineEvent(event);

  const kept = await rows('select community_id from public.quarantined_events where webhook_id = $1', [
    event.webhookId,
  ]);
  expect(kept).toEqual([{ community_id: '' }]);
});
