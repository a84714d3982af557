import type { WhopApi } from '../whop/port.ts';

/** An event that no delivery has brought so far. */
export interface MissingEvent {
  /** Its `webhook-id`; null where Whop's record does not hold it. */
  eventId: string | null;
  /** When it was last tried. */
  sentAt: Date;
}

/** The events since a time that Whop could not deliver, in the order of their last try. */
export async function findMissing(
  whop: Pick<WhopApi, 'listDeliveries'>,
  { webhook, since, signal }: { webhook: string; since: Date; signal?: AbortSignal | undefined },
): Promise<MissingEvent[]> {
  const arrived = new Set<string>();
  const failed = new Map<string, Date>();
  const unnamed: MissingEvent[] = [];
  for await (const { eventId, succeeded, sentAt } of whop.listDeliveries(
    webhook,
    since,
    signal ? { signal } : {},
  )) {
    if (eventId === null) unnamed.push(...(succeeded ? [] : [{ eventId, sentAt }]));
    else if (succeeded) arrived.add(eventId);
    else failed.set(eventId, later(failed.get(eventId), sentAt));
  }
  const named = [...failed].filter(([eventId]) => !arrived.has(eventId));
  return [...unnamed, ...named.map(([eventId, sentAt]) => ({ eventId, sentAt }))].toSorted(
    (a, b) => a.sentAt.getTime() - b.sentAt.getTime(),
  );
}

function later(known: Date | undefined, at: Date): Date {
  return known && known > at ? known : at;
}
