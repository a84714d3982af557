import { randomUUID } from 'node:crypto';
import type { QuarantinedEvent } from '../../../api/src/database/functions.ts';

export function quarantined(details: Partial<QuarantinedEvent> = {}): QuarantinedEvent {
  return {
    communityId: 'biz_quarantine',
    webhookId: `msg_${randomUUID()}`,
    eventType: 'message.created',
    reason: 'unknown-shape',
    payload: '{}',
    receivedAt: '2026-11-20T10:00:00Z',
    ...details,
  };
}
