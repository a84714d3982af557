import { DEFAULT_CURVE, DEFAULT_TOP_LEVEL, levelThresholds } from '@wee5/contract';
import type { Config } from './config.ts';
import { DatabaseFunctions, type CommunityDefaults } from './database/functions.ts';
import { openDatabase } from './database/open.ts';
import { DatabaseError, type Database } from './database/port.ts';
import { LiveHub, type LiveSettings } from './live/hub.ts';
import { createIdentities, type Identities } from './identity/index.ts';
import { openJwtKey } from './identity/jwt-key.ts';
import { createLogger, type Logger } from './logger.ts';
import { MemoryMarks } from './marks/memory.ts';
import type { Marks } from './marks/port.ts';
import { createPipeline, type Pipeline } from './pipeline/index.ts';
import { Profiles } from './profiles/profiles.ts';
import { connectWhop } from './whop/client.ts';
import type { WhopApi } from './whop/port.ts';

/** Everything a route works with; built once at start-up. */
export interface AppContext {
  readonly config: Config;
  readonly database: Database;
  readonly functions: DatabaseFunctions;
  readonly marks: Marks;
  readonly pipeline: Pipeline;
  readonly identities: Identities;
  /** What a community starts with. */
  readonly communityDefaults: CommunityDefaults;
  readonly live: LiveHub;
  /** What Whop is asked with, within one budget; undefined without a key. */
  readonly whop: WhopApi | undefined;
  /** Says whom a read shows, so that their names and pictures are kept fresh. */
  readonly profiles: Profiles;
  readonly log: Logger;
  readonly now: () => Date;
}

/** The parts a test or a tool brings itself. */
export type ContextOverrides = Partial<Pick<AppContext, 'database' | 'marks' | 'log' | 'now'>> & {
  /** Gets a line for whatever takes long at start-up; the log, unless given. */
  progress?: (line: string) => void;
  /** Limits and intervals of the live streams. */
  liveSettings?: Partial<LiveSettings>;
  /** What Whop is asked with, instead of what the configuration says. */
  whop?: WhopApi;
  /** Who may read a community that has just come into being, instead of what the configuration says. */
  newCommunityVisibility?: CommunityDefaults['visibility'];
};

/** Opens what the server stands on. Rejects where the database cannot be opened. */
export async function createContext(config: Config, overrides: ContextOverrides = {}): Promise<AppContext> {
  const log = overrides.log ?? createLogger(config.logLevel);
  const now = overrides.now ?? (() => new Date());
  // First, since a key that cannot be used stops the start, and nothing is open yet that would have to be closed.
  const jwtKey = await openJwtKey(config, (line) => log.warn(line));
  const marks = overrides.marks ?? new MemoryMarks({ now });
  const database =
    overrides.database ?? (await openConfigured(config, overrides.progress ?? ((line) => log.info(line))));
  const functions = new DatabaseFunctions(database);
  const communityDefaults: CommunityDefaults = {
    visibility: overrides.newCommunityVisibility ?? config.newCommunityVisibility,
    levelThresholds: levelThresholds(DEFAULT_CURVE, DEFAULT_TOP_LEVEL),
  };
  const whop = overrides.whop ?? connectWhop(config.whop, now);
  const identities = createIdentities(config, { jwtKey, functions, whop, now, log });
  const pipeline = createPipeline({
    database: functions,
    marks,
    secrets: [...config.webhookSecrets],
    now,
    log,
    communityDefaults,
  });
  const live = new LiveHub({ database, functions, log, now, settings: overrides.liveSettings });
  const profiles = new Profiles({ functions, whop, now, log });
  return {
    config,
    database,
    functions,
    marks,
    pipeline,
    identities,
    communityDefaults,
    live,
    whop,
    profiles,
    log,
    now,
  };
}

/** The database the configuration names. Rejects with an error that says what to do. */
export async function openConfigured(
  { database, supabase, dataDirectory }: Config,
  progress: (line: string) => void,
): Promise<Database> {
  try {
    return await openDatabase({
      databaseUrl: database.url,
      databaseListenUrl: database.listenUrl,
      supabase,
      dataDir: dataDirectory,
      log: progress,
    });
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const overHttp = database.url === undefined && supabase !== undefined;
    const advice = overHttp
      ? 'correct SUPABASE_URL or SUPABASE_SECRET_KEY'
      : 'start it, or correct DATABASE_URL';
    throw new Error(`The database does not answer (${error.message}): ${advice}.`, { cause: error });
  }
}

/** Waits for accepted events to be committed, then lets go of everything. */
export async function closeContext(context: AppContext): Promise<void> {
  const { pipeline, identities, profiles, live, marks, database } = context;
  profiles.close();
  try {
    await pipeline.drain();
    await identities.drain();
  } finally {
    await Promise.allSettled([live.close(), marks.close()]);
    await database.close();
  }
}
