import { setTimeout as pause } from 'node:timers/promises';
import type { ReconciliationReport } from '../database/rows.ts';
import type { Logger } from '../logger.ts';
import { WhopError, type WhopApi } from '../whop/port.ts';
import { findMissing, type MissingEvent } from './find-missing.ts';
import { ourWebhooks } from './our-webhooks.ts';

export interface ReconcileOptions {
  whop: Pick<WhopApi, 'listWebhooks' | 'listDeliveries' | 'replayDeliveries'>;
  publicUrl: string | undefined;
  log: Logger;
  signal?: AbortSignal | undefined;
  /** How long the events that are sent again may take to arrive, step by step, in milliseconds. */
  waitsMs?: number[];
}

const SECOND_MS = 1000;
/** Whop takes its time over a long backlog; after four minutes the rest is left to the next turn. */
const WAITS_MS = [2, 5, 10, 20, 40, 60, 100].map((seconds) => seconds * SECOND_MS);

/**
 * Asks Whop to send again what it could not deliver since a time, and waits until it has arrived. Replays keep their
 * webhook id and every activity its natural key, so nothing is counted twice.
 *
 * Rejects with a `WhopError`, or with an `Error` that says what to do where no webhook leads here.
 */
export async function reconcile(since: Date, options: ReconcileOptions): Promise<ReconciliationReport> {
  const webhooks = await ourWebhooks(options.whop, options.publicUrl, options.signal);
  let missed = 0;
  let recovered = 0;
  const { signal } = options;
  for (const webhook of webhooks) {
    const missing = await findMissing(options.whop, { webhook, since, signal });
    missed += missing.length;
    if (missing.length === 0) continue;
    options.log.warn({ webhook, missed: missing.length, since }, 'Whop is asked to send missed events again');
    await replay(webhook, missing, options);
    recovered += missing.length - (await waitUntilArrived(webhook, missing, options));
  }
  return { since: since.toISOString(), missed, recovered };
}

async function replay(webhook: string, missing: MissingEvent[], options: ReconcileOptions): Promise<void> {
  const [first, last] = [missing[0], missing.at(-1)];
  if (!first || !last) return;
  await patiently(options, () =>
    options.whop.replayDeliveries(webhook, {
      sentAfter: new Date(first.sentAt.getTime() - SECOND_MS),
      sentBefore: new Date(last.sentAt.getTime() + SECOND_MS),
      failedOnly: true,
    }),
  );
}

/** How many of these have not arrived in the end. */
async function waitUntilArrived(
  webhook: string,
  missing: MissingEvent[],
  options: ReconcileOptions,
): Promise<number> {
  // One whose id Whop's record does not hold cannot be looked for: it is taken for sent.
  const waitedFor = new Set(missing.flatMap(({ eventId }) => eventId ?? []));
  const since = new Date((missing[0]?.sentAt.getTime() ?? 0) - SECOND_MS);
  let left = waitedFor.size;
  for (const wait of options.waitsMs ?? WAITS_MS) {
    await pause(wait, undefined, { signal: options.signal });
    const still = await findMissing(options.whop, { webhook, since, signal: options.signal });
    left = still.filter(({ eventId }) => eventId !== null && waitedFor.has(eventId)).length;
    if (left === 0) return 0;
  }
  return left;
}

/** Lists wait for their budget by themselves; a replay is sent once, so it is asked for again after the pause Whop names. */
async function patiently<Result>(options: ReconcileOptions, ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof WhopError) || error.kind !== 'over-budget') throw error;
    await pause(error.retryAfterMs ?? 60 * SECOND_MS, undefined, { signal: options.signal });
    return ask();
  }
}
