import type { WebhookAnswer } from '@wee5/contract';
import type { DatabaseFunctions, QuarantinedEvent } from '../database/functions.ts';
import type { Logger } from '../logger.ts';
import type { Quarantined } from './activity.ts';
import { lookForText } from './events/look.ts';
import { storable } from './events/text.ts';
import { isPoison } from './isolate-poison.ts';
import { redact } from './redact.ts';
import type { VerifiedEvent } from './verify.ts';

export type Quarantine = (event: VerifiedEvent, found: Quarantined) => Promise<WebhookAnswer>;

/** Whop's ids are far shorter; a longer one would not fit into an index. */
const LONGEST_ID = 200;

/** Returns the function that keeps an event aside, its words blotted out. Rejects with a `DatabaseError`. */
export function createQuarantine(options: {
  database: Pick<DatabaseFunctions, 'quarantineEvent'>;
  now: () => Date;
  log: Logger;
}): Quarantine {
  return async (event, found) => {
    const kept = toKept(event, found, options.now());
    try {
      await options.database.quarantineEvent(kept);
    } catch (error) {
      if (!isPoison(error)) throw error;
      // Better a trace of the event than a sender who repeats it for nothing.
      await options.database.quarantineEvent({ ...kept, communityId: null, payload: '{}' });
    }
    const { webhookId, eventType, communityId, reason } = kept;
    options.log.warn(
      { webhookId, eventType, communityId, reason, issues: found.issues },
      'event quarantined',
    );
    return { status: 'quarantined' };
  };
}

function toKept(event: VerifiedEvent, found: Quarantined, now: Date): QuarantinedEvent {
  return {
    communityId: found.communityId?.slice(0, LONGEST_ID) ?? null,
    webhookId: storable(event.webhookId).slice(0, LONGEST_ID),
    eventType: lookForText(event.payload, 'type') ?? '',
    reason: found.reason,
    payload: redact(event.payload),
    receivedAt: now.toISOString(),
  };
}
