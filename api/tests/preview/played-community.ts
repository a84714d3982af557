import type { PGlite } from '@electric-sql/pglite';
import { levelThresholds, type ConfigDocument } from '@wee5/contract';
import {
  createDatabaseFunctions,
  type DatabaseFunctions,
  type AwardResult,
  type Configuration,
} from '../../src/database/functions.ts';
import { defaultCacheDir, defaultMigrationsDir } from '../../src/database/paths.ts';
import { PgliteDatabase } from '../../src/database/pglite.ts';
import { createMigratedPglite } from '../../src/database/snapshot.ts';
import type { Activity } from '../../src/pipeline/activity.ts';
import { toAward } from '../../src/pipeline/to-award.ts';
import { plainDocument } from '../support/plain-document.ts';

/** A real database in memory, and what it is made of. */
export interface OpenDatabase {
  functions: DatabaseFunctions;
  pglite: PGlite;
  close(): Promise<void>;
}

export async function openDatabase(): Promise<OpenDatabase> {
  const pglite = await createMigratedPglite({
    migrationsDir: defaultMigrationsDir,
    cacheDir: defaultCacheDir,
    log: () => {},
  });
  const database = new PgliteDatabase(pglite);
  return { functions: createDatabaseFunctions(database), pglite, close: () => database.close() };
}

interface Member {
  userId: string;
  xp: number;
  level: number;
}

let made = 0;

/** A community whose activities are scored and booked as the path does it. */
export class PlayedCommunity {
  readonly functions: DatabaseFunctions;
  readonly communityId: string;
  readonly #pglite: PGlite;
  #configuration!: Configuration;

  private constructor({ functions, pglite }: OpenDatabase) {
    made += 1;
    this.communityId = `biz_${made}`;
    this.functions = functions;
    this.#pglite = pglite;
  }

  static async create(database: OpenDatabase, change: Partial<ConfigDocument>): Promise<PlayedCommunity> {
    const community = new PlayedCommunity(database);
    await community.#load();
    await community.save(change);
    return community;
  }

  get configuration(): Configuration {
    return this.#configuration;
  }

  async save(change: Partial<ConfigDocument>): Promise<void> {
    const whole = { ...plainDocument, ...change };
    const saved = await this.functions.saveConfiguration({
      communityId: this.communityId,
      expectedVersion: this.#configuration.version,
      document: whole,
      levelThresholds: levelThresholds(whole.curve, whole.topLevel),
      savedBy: 'user_creator',
      at: '2026-10-01T00:00:00Z',
    });
    if (saved.outcome !== 'saved') throw new Error(`The configuration was not saved: ${saved.outcome}.`);
    await this.#load();
  }

  /** Books activities, `size` of them in a call. */
  async play(activities: Activity[], size: number): Promise<AwardResult[]> {
    const results: AwardResult[] = [];
    for (let from = 0; from < activities.length; from += size) {
      const awards = activities
        .slice(from, from + size)
        .map((item) => toAward({ item: this.own(item), configuration: this.#configuration }));
      results.push(...(await this.functions.awardXp(awards)));
    }
    return results;
  }

  /** An activity as one of this community. */
  own(activity: Activity): Activity {
    return { ...activity, communityId: this.communityId };
  }

  async hold(userId: string, productId: string): Promise<void> {
    const { communityId } = this;
    const at = '2026-10-01T00:00:00Z';
    await this.functions.saveMemberships([
      { communityId, id: `mem_${userId}`, userId, productId, active: true, at },
    ]);
  }

  /** By id. */
  async members(): Promise<Member[]> {
    const { rows } = await this.#pglite.query<Member>(
      'select id as "userId", xp::int, level from users where community_id = $1 order by id',
      [this.communityId],
    );
    return rows;
  }

  /** Nothing has happened, and the configuration is another one. */
  async beginAnew(change: Partial<ConfigDocument>): Promise<void> {
    for (const table of ['activity_log', 'processed_events', 'period_totals', 'streak_days']) {
      await this.#pglite.query(`delete from ${table} where community_id = $1`, [this.communityId]);
    }
    await this.#pglite.query('delete from communities where id = $1', [this.communityId]);
    await this.#load();
    await this.save(change);
  }

  async #load(): Promise<void> {
    const defaults = { visibility: 'public' as const, levelThresholds: [100] };
    const [configuration] = await this.functions.ensureCommunities([this.communityId], defaults);
    if (!configuration) throw new Error('The community has no configuration.');
    this.#configuration = configuration;
  }
}
