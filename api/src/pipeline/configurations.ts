import type { CommunityDefaults, Configuration, DatabaseFunctions } from '../database/functions.ts';
import type { CommitMessage } from '../database/port.ts';
import { communityOf, isCommunityTopic } from '../live/topics.ts';

export interface ConfigurationsOptions {
  database: Pick<DatabaseFunctions, 'ensureCommunities'>;
  communityDefaults: CommunityDefaults;
  now: () => Date;
  /** How old a configuration may be, in milliseconds. */
  ttlMs?: number;
  /** How many communities are kept; the least recently used go first. */
  limit?: number;
}

type Load = Promise<Map<string, Configuration>>;

/**
 * The communities' configurations, for a few seconds each.
 *
 * They age although the database refuses stale awards: a long cooldown kept here would go on refusing early after
 * its creator has shortened it, and nothing would reach the database to find out.
 */
export class Configurations {
  readonly #options: Required<ConfigurationsOptions>;
  readonly #kept = new Map<string, { configuration: Configuration; freshUntil: number }>();
  readonly #loading = new Map<string, Load>();

  constructor(options: ConfigurationsOptions) {
    this.#options = { ttlMs: 5000, limit: 10_000, ...options };
  }

  /** By community id; a community that does not exist yet comes into being. Rejects with a `DatabaseError`. */
  async find(communityIds: Iterable<string>): Promise<Map<string, Configuration>> {
    const ids = [...new Set(communityIds)];
    const found = new Map(ids.map((id) => [id, this.#takeFresh(id)]));
    this.#load(ids.filter((id) => !found.get(id) && !this.#loading.has(id)));
    await Promise.all(
      ids.map(async (id) => found.set(id, found.get(id) ?? (await this.#loading.get(id))?.get(id))),
    );
    return new Map([...found].filter((entry): entry is [string, Configuration] => entry[1] !== undefined));
  }

  /** The next `find` of these asks the database, even if a load that began before this call is under way. */
  forget(communityIds: Iterable<string>): void {
    for (const id of communityIds) {
      this.#kept.delete(id);
      this.#loading.delete(id);
    }
  }

  /** Hears what a commit says: a configuration that was saved is loaded again by the next `find`. */
  hear({ topic, event }: CommitMessage): void {
    if (event === 'community.updated' && isCommunityTopic(topic)) this.forget([communityOf(topic)]);
  }

  #takeFresh(id: string): Configuration | undefined {
    const kept = this.#kept.get(id);
    if (!kept || kept.freshUntil <= this.#options.now().getTime()) return undefined;
    this.#kept.delete(id);
    this.#kept.set(id, kept);
    return kept.configuration;
  }

  #load(ids: string[]): void {
    if (ids.length === 0) return;
    const { database, communityDefaults } = this.#options;
    const load = database.ensureCommunities(ids, communityDefaults).then(byCommunity);
    for (const id of ids) this.#loading.set(id, load);
    load.then(
      (loaded) => this.#finish(ids, load, loaded),
      () => this.#finish(ids, load, new Map()),
    );
  }

  #finish(ids: string[], load: Load, loaded: Map<string, Configuration>): void {
    for (const id of ids) {
      if (this.#loading.get(id) !== load) continue;
      this.#loading.delete(id);
      const configuration = loaded.get(id);
      if (configuration) this.#keep(configuration);
    }
  }

  #keep(configuration: Configuration): void {
    const freshUntil = this.#options.now().getTime() + this.#options.ttlMs;
    this.#kept.delete(configuration.communityId);
    this.#kept.set(configuration.communityId, { configuration, freshUntil });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#options.limit) return;
      this.#kept.delete(oldest);
    }
  }
}

function byCommunity(list: Configuration[]): Map<string, Configuration> {
  return new Map(list.map((configuration) => [configuration.communityId, configuration]));
}
