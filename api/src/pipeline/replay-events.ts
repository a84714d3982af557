import type { ReplayAnswer } from '@wee5/contract';
import type { DatabaseFunctions, QuarantinedEventRow } from '../database/functions.ts';
import type { Pipeline } from './index.ts';

type Replayed = ReplayAnswer['replayed'][number];

const MOST = 100;

/**
 * Sends quarantined events of a community through the pipeline again: those of these ids, or the oldest 100. What is
 * not quarantined again has left the quarantine. Rejects where an event could not be decided; the others are done, and
 * a second replay pays nothing twice.
 */
export async function replayEvents(
  { functions, pipeline }: { functions: DatabaseFunctions; pipeline: Pick<Pipeline, 'replay'> },
  { communityId, webhookIds }: { communityId: string; webhookIds?: string[] | undefined },
): Promise<Replayed[]> {
  const events = await functions.findQuarantinedEvents(communityId, webhookIds ?? null, MOST);
  const settled = await Promise.allSettled(events.map((event) => replayOne(pipeline, event)));
  const replayed = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const left = replayed.filter(({ answer }) => answer.status !== 'quarantined');
  if (left.length > 0) {
    await functions.leaveQuarantine(
      communityId,
      left.map(({ webhookId }) => webhookId),
    );
  }
  const failed = settled.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
  return replayed;
}

async function replayOne(
  pipeline: Pick<Pipeline, 'replay'>,
  { webhookId, payload }: QuarantinedEventRow,
): Promise<Replayed> {
  const event = { webhookId, payload: JSON.parse(payload) as Record<string, unknown> };
  return { webhookId, answer: await pipeline.replay(event) };
}
