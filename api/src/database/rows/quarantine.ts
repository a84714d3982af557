import type { QuarantinedEventEntry } from '@wee5/contract';
import type { ActivityPosition } from './records.ts';

export interface QuarantinedEvent {
  /** Null where no community could be found. */
  communityId: string | null;
  /** The `webhook-id`: a redelivery is the same row. */
  webhookId: string;
  eventType: string;
  reason: string;
  /** The payload as JSON text, chat text already removed. */
  payload: string;
  receivedAt: string;
}

/** A quarantined event; its payload is JSON as text. */
export type QuarantinedEventRow = Omit<QuarantinedEventEntry, 'payload'> & { payload: string };

export interface QuarantinePage {
  events: QuarantinedEventRow[];
  next: ActivityPosition | null;
}
