import { randomUUID } from 'node:crypto';
import { DEFAULT_CURVE, DEFAULT_TOP_LEVEL, levelThresholds, type ReplayAnswer } from '@wee5/contract';
import { readEnvironment, toConfig } from '../config.ts';
import {
  createDatabaseFunctions,
  type DatabaseFunctions,
  type ActivityPosition,
  type QuarantinedEventRow,
} from '../database/functions.ts';
import { createLogger } from '../logger.ts';
import { Metrics } from '../metrics.ts';
import { openStores } from '../open-parts.ts';
import { createPipeline } from '../pipeline/index.ts';
import { replayEvents } from '../pipeline/replay-events.ts';
import { withDatabase } from './with-database.ts';

const PAGE = 50;
const instead =
  'let creators replay their own while it runs: POST /api/v1/communities/{communityId}/quarantine/replay.';
const now = () => new Date();

/** Newest first. */
export function listAll(communityId: string): Promise<QuarantinedEventRow[]> {
  return withDatabase(instead, async (database) => {
    const functions = createDatabaseFunctions(database);
    const events: QuarantinedEventRow[] = [];
    let before: ActivityPosition | null = null;
    do {
      const page: Awaited<ReturnType<typeof functions.listQuarantinedEvents>> =
        await functions.listQuarantinedEvents({ communityId, before, limit: PAGE });
      events.push(...page.events);
      before = page.next;
    } while (before);
    return events;
  });
}

/** Sends them through a pipeline as the server has one; the server itself need not run. */
export function replay(
  communityId: string,
  webhookIds: string[] | undefined,
): Promise<ReplayAnswer['replayed']> {
  return withDatabase(instead, async (database) => {
    const functions = createDatabaseFunctions(database);
    const pipeline = openPipeline(functions);
    const replayed = await replayEvents({ functions, pipeline }, { communityId, webhookIds });
    await pipeline.drain();
    return replayed;
  });
}

function openPipeline(database: DatabaseFunctions) {
  const config = toConfig(readEnvironment());
  return createPipeline({
    database,
    marks: openStores(config, now).marks,
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
}
