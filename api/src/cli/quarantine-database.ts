import { randomUUID } from 'node:crypto';
import { DEFAULT_CURVE, DEFAULT_TOP_LEVEL, levelThresholds, type ReplayAnswer } from '@wee5/contract';
import { DatabaseFunctions, type QuarantinedEventRow } from '../database/functions.ts';
import { createLogger } from '../logger.ts';
import { Metrics } from '../metrics.ts';
import { openStores } from '../open-parts.ts';
import { createPipeline } from '../pipeline/index.ts';
import { replayEvents } from '../pipeline/replay-events.ts';
import { openForCommand } from './open-for-command.ts';

const PAGE = 50;
const meanwhile =
  'let creators replay their own while it runs: POST /api/v1/communities/{communityId}/quarantine/replay';
const now = () => new Date();

/** Newest first. */
export async function listAll(communityId: string): Promise<QuarantinedEventRow[]> {
  const { database } = await openForCommand(meanwhile);
  try {
    const functions = new DatabaseFunctions(database);
    const events: QuarantinedEventRow[] = [];
    let before = null;
    do {
      const page: Awaited<ReturnType<typeof functions.listQuarantinedEvents>> =
        await functions.listQuarantinedEvents({ communityId, before, limit: PAGE });
      events.push(...page.events);
      before = page.next;
    } while (before);
    return events;
  } finally {
    await database.close();
  }
}

/** Sends them through a pipeline as the server has one; the server itself need not run. */
export async function replay(
  communityId: string,
  webhookIds: string[] | undefined,
): Promise<ReplayAnswer['replayed']> {
  const { config, database } = await openForCommand(meanwhile);
  const { marks } = openStores(config, now);
  try {
    const functions = new DatabaseFunctions(database);
    const pipeline = createPipeline({
      database: functions,
      marks,
      // Nothing arrives here that would have to be verified.
      secrets: [randomUUID()],
      now,
      log: createLogger(config.logLevel),
      metrics: new Metrics(),
      communityDefaults: {
        visibility: config.newCommunityVisibility,
        levelThresholds: levelThresholds(DEFAULT_CURVE, DEFAULT_TOP_LEVEL),
      },
    });
    const replayed = await replayEvents({ functions, pipeline }, { communityId, webhookIds });
    await pipeline.drain();
    return replayed;
  } finally {
    await marks.close();
    await database.close();
  }
}
