import { levelThresholds, type ConfigDocument } from '@wee5/contract';
import { createDatabase, dropDatabase } from '@wee5/tooling/postgres';
import pg from 'pg';
import { inject } from 'vitest';
import {
  createDatabaseFunctions,
  type DatabaseFunctions,
  type PreviewFrame,
} from '../../src/database/functions.ts';
import { IntegrityFunctions } from '../../src/database/integrity-functions.ts';
import { openDatabase } from '../../src/database/open.ts';
import type { Database } from '../../src/database/port.ts';
import { hashKeyText, makeKeyText } from '../../src/identity/api-key-text.ts';
import type { Scenario } from './any-scenario.ts';
import { Replica } from './replica.ts';
import { secret } from './replicas.ts';

const rewardLevels = [0, 1, 3, 8];

/** A Postgres of its own with API processes on it. */
export class AnyWorld {
  readonly replicas: Replica[];
  readonly client: pg.Client;
  readonly functions: DatabaseFunctions;
  readonly integrity: IntegrityFunctions;
  readonly #database: Database;
  readonly #databaseName: string;

  private constructor(open: { url: string; databaseName: string; replicas: Replica[]; database: Database }) {
    this.replicas = open.replicas;
    this.client = new pg.Client(open.url);
    this.functions = createDatabaseFunctions(open.database);
    this.integrity = new IntegrityFunctions(open.database);
    this.#database = open.database;
    this.#databaseName = open.databaseName;
  }

  static async start(name: string, processes: number): Promise<AnyWorld> {
    const databaseName = `any_${name}_${process.pid}_${Math.floor(performance.now())}`;
    const url = await createDatabase(inject('postgres').url, databaseName);
    const database = await openDatabase({ databaseUrl: url, dataDir: '' });
    const environment = { DATABASE_URL: url, WHOP_WEBHOOK_SECRET: secret, PORT: '0', LOG_LEVEL: 'info' };
    const replicas = Array.from({ length: processes }, () => new Replica(environment));
    const world = new AnyWorld({ url, databaseName, replicas, database });
    await world.client.connect();
    try {
      await Promise.all(replicas.map((replica) => replica.start()));
      return world;
    } catch (error) {
      await world.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.replicas.map((replica) => replica.stop()));
    await this.client.end();
    await this.#database.close();
    await dropDatabase(inject('postgres').url, this.#databaseName);
  }

  /** A community with these rules, whose zone changes while everything happens. Returns a key of its creator's server. */
  async add(
    communityId: string,
    { border, happenings }: Scenario,
    document: ConfigDocument,
  ): Promise<string> {
    const { functions } = this;
    const thresholds = levelThresholds(document.curve, document.topLevel);
    const begins = happenings[0]?.at.getTime() ?? 0;
    const common = { communityId, levelThresholds: thresholds, savedBy: 'user_creator' };
    await functions.ensureCommunities([communityId], { visibility: 'public', levelThresholds: thresholds });
    for (const [index, [timeZone, hours]] of [
      ['UTC', -24] as const,
      [border.timeZone, border.hours] as const,
    ].entries()) {
      const at = new Date(begins + hours * 3_600_000).toISOString();
      const change = { ...common, expectedVersion: index + 1, document: { ...document, timeZone }, at };
      const { outcome } = await functions.saveConfiguration(change);
      if (outcome !== 'saved') throw new Error(`The configuration was not saved: ${outcome}.`);
    }
    await this.#untilLevelsAreDone(communityId);
    for (const levelRequirement of rewardLevels) {
      await functions.createReward({ communityId, levelRequirement, type: 'badge', name: 'Regular' });
    }
    const key = makeKeyText('secret');
    const made = { kind: 'secret' as const, keyHash: hashKeyText(key), label: null, allowedOrigins: [] };
    await functions.createApiKey({ communityId, ...made });
    return key;
  }

  /** A recount also gives what level 0 has to members who never earned: none is to meet those of a scenario. */
  async #untilLevelsAreDone(communityId: string): Promise<void> {
    const at = new Date().toISOString();
    while (!(await this.functions.recomputeLevels(communityId, 1000, at)).done);
  }

  /** The zones of a community's periods. */
  async zonesOf(communityId: string): Promise<Pick<PreviewFrame, 'timeZone' | 'zones'>> {
    const window = { since: new Date(0).toISOString(), until: new Date().toISOString(), maxActivities: 1 };
    const frame = await this.functions.getPreviewFrame({ communityId, ...window });
    if (!frame) throw new Error(`There is no ${communityId}.`);
    return frame;
  }
}
