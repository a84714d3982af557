import type { WhopApi } from '../whop/port.ts';

/** An event that no delivery has brought so far. */
export interface MissingEvent {
  webhookId: string;
  /** When it was last tried. */
  sentAt: Date;
}

/** The events since a time that Whop could not deliver, in the order of their last try. */
export async function findMissing(
  whop: Pick<WhopApi, 'listDeliveries'>,
  webhook: string,
  since: Date,
): Promise<MissingEvent[]> {
  const arrived = new Set<string>();
  const failed = new Map<string, Date>();
  for await (const { webhookId, succeeded, sentAt } of whop.listDeliveries(webhook, since)) {
    if (succeeded) arrived.add(webhookId);
    else failed.set(webhookId, later(failed.get(webhookId), sentAt));
  }
  return [...failed]
    .filter(([webhookId]) => !arrived.has(webhookId))
    .map(([webhookId, sentAt]) => ({ webhookId, sentAt }))
    .toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime());
}

function later(known: Date | undefined, at: Date): Date {
  return known && known > at ? known : at;
}
