import { DEFAULT_CURVE, DEFAULT_TOP_LEVEL, levelThresholds } from '@wee5/contract';
import type { Config } from './config.ts';
import { countErrors } from './database/count-errors.ts';
import {
  createDatabaseFunctions,
  type DatabaseFunctions,
  type CommunityDefaults,
} from './database/functions.ts';
import { IntegrityFunctions } from './database/integrity-functions.ts';
import type { Database } from './database/port.ts';
import { RateLimiter, type RateLimiterOptions } from './limits/rate-limiter.ts';
import { LiveHub, type LiveSettings } from './live/hub.ts';
import { createIdentities, type Identities } from './identity/index.ts';
import { openJwtKey } from './identity/jwt-key.ts';
import { NightlyCheck } from './integrity/nightly-check.ts';
import { LevelSlices } from './levels/level-slices.ts';
import { createLogger, type Logger } from './logger.ts';
import type { Marks } from './marks/port.ts';
import { Metrics } from './metrics.ts';
import { openConfigured, openStores } from './open-parts.ts';
import { SaveListener } from './pipeline/save-listener.ts';
import { PictureRenderer } from './pictures/png/picture-renderer.ts';
import { loopbackOrigin } from './pictures/portrait/allowed-address.ts';
import { Portraits, type PortraitsOptions } from './pictures/portrait/portraits.ts';
import { createPipeline, type Pipeline } from './pipeline/index.ts';
import { Profiles } from './profiles/profiles.ts';
import { Reconciliation } from './reconcile/service.ts';
import { Upkeep } from './upkeep.ts';
import { connectWhop } from './whop/client.ts';
import type { WhopApi } from './whop/port.ts';

/** Everything a route works with; built once at start-up. */
export interface AppContext {
  readonly config: Config;
  readonly database: Database;
  readonly functions: DatabaseFunctions;
  readonly marks: Marks;
  readonly pipeline: Pipeline;
  /** Tells the pipeline which configurations other replicas save. */
  readonly saves: SaveListener;
  readonly identities: Identities;
  /** What a community starts with. */
  readonly communityDefaults: CommunityDefaults;
  readonly live: LiveHub;
  readonly limiter: RateLimiter;
  readonly metrics: Metrics;
  /** What Whop is asked with, within one budget; undefined without a key. */
  readonly whop: WhopApi | undefined;
  /** Says whom a read shows, so that their names and pictures are kept fresh. */
  readonly profiles: Profiles;
  readonly reconciliation: Reconciliation;
  readonly upkeep: Upkeep;
  /** Brings stored levels after a changed curve. */
  readonly levels: LevelSlices;
  /** What compares the log with what is counted from it, and keeps flags. */
  readonly integrity: IntegrityFunctions;
  readonly nightlyCheck: NightlyCheck;
  /** Draws cards as PNG. */
  readonly pictures: PictureRenderer;
  /** Members' own pictures for their cards. */
  readonly portraits: Portraits;
  readonly log: Logger;
  readonly now: () => Date;
}

/** The parts a test or a tool brings itself. */
export type ContextOverrides = Partial<Pick<AppContext, 'database' | 'marks' | 'log' | 'now'>> & {
  /** Gets a line for whatever takes long at start-up; the log, unless given. */
  progress?: (line: string) => void;
  /** Limits and intervals of the live streams. */
  liveSettings?: Partial<LiveSettings>;
  /** Other limits than the defaults. */
  policies?: RateLimiterOptions['policies'];
  /** What Whop is asked with, instead of what the configuration says. */
  whop?: WhopApi;
  /** Who may read a community that has just come into being, instead of what the configuration says. */
  newCommunityVisibility?: CommunityDefaults['visibility'];
  /** Other bounds for members' pictures. */
  portraitLimits?: PortraitsOptions['limits'];
};

/** Opens what the server stands on. Rejects where the database cannot be opened. */
export async function createContext(config: Config, overrides: ContextOverrides = {}): Promise<AppContext> {
  const log = overrides.log ?? createLogger(config.logLevel);
  const now = overrides.now ?? (() => new Date());
  // First, since a key that cannot be used stops the start, and nothing is open yet that would have to be closed.
  const jwtKey = await openJwtKey(config, (line) => log.warn(line));
  const metrics = new Metrics();
  const stores = openStores(config, now);
  const marks = overrides.marks ?? stores.marks;
  const database =
    overrides.database ?? (await openConfigured(config, overrides.progress ?? ((line) => log.info(line))));
  const counted = countErrors(database, (kind) => metrics.databaseFailed(kind));
  const functions = createDatabaseFunctions(counted);
  const integrity = new IntegrityFunctions(counted);
  const communityDefaults: CommunityDefaults = {
    visibility: overrides.newCommunityVisibility ?? config.newCommunityVisibility,
    levelThresholds: levelThresholds(DEFAULT_CURVE, DEFAULT_TOP_LEVEL),
  };
  const whop = overrides.whop ?? connectWhop(config.whop, now);
  const identities = createIdentities(config, { jwtKey, functions, whop, now, log });
  const profiles = new Profiles({ functions, whop, now, log });
  const { publicUrl } = config.server;
  const reconciliation = new Reconciliation({ functions, whop, publicUrl, now, log });
  const pipeline = createPipeline({
    database: functions,
    marks,
    secrets: [...config.webhookSecrets],
    now,
    log,
    metrics,
    communityDefaults,
  });
  const live = new LiveHub({ database, functions, log, now, settings: overrides.liveSettings });
  const limiter = new RateLimiter({
    store: stores.limits,
    log,
    policies: overrides.policies,
    onFailure: () => metrics.limitsFailed(),
  });
  const pictures = new PictureRenderer();
  const { pictureHosts, apiUrl } = config.whop;
  const allowed = { hosts: pictureHosts, origin: loopbackOrigin(apiUrl) };
  const portraits = new Portraits({ allowed, renderer: pictures, now, limits: overrides.portraitLimits });
  metrics.watch({
    viewers: () => live.viewers,
    marksFailing: () => pipeline.degraded().includes('marks'),
    limitsFailing: () => limiter.degraded,
  });
  return {
    config,
    database,
    functions,
    marks,
    pipeline,
    saves: new SaveListener({ database, hear: (message) => pipeline.hear(message), log }),
    identities,
    communityDefaults,
    live,
    limiter,
    metrics,
    whop,
    profiles,
    reconciliation,
    upkeep: new Upkeep({ functions, integrity, log, now }),
    levels: new LevelSlices({ functions, log, now }),
    integrity,
    nightlyCheck: new NightlyCheck({ functions: integrity, metrics, log, now }),
    pictures,
    portraits,
    log,
    now,
  };
}

/** Waits for accepted events to be committed, then lets go of everything. */
export async function closeContext(context: AppContext): Promise<void> {
  const { pipeline, saves, identities, profiles, live, marks, database } = context;
  const { reconciliation, upkeep, levels, nightlyCheck, pictures, portraits } = context;
  profiles.close();
  portraits.close();
  try {
    await Promise.all(
      [reconciliation, upkeep, levels, nightlyCheck, saves].map((background) => background.stop()),
    );
    await pipeline.drain();
    await identities.drain();
  } finally {
    await Promise.allSettled([live.close(), marks.close(), pictures.stop()]);
    await database.close();
  }
}
