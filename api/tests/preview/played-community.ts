import { DEFAULT_RULES, levelThresholds, type ConfigDocument } from '@wee5/contract';
import { DatabaseFunctions, type AwardResult, type Configuration } from '../../src/database/functions.ts';
import { openPglite, type PgliteDatabase } from '../../src/database/pglite.ts';
import type { Activity } from '../../src/pipeline/activity.ts';
import { toAward } from '../../src/pipeline/to-award.ts';

/** What a community starts with here. */
export const document: ConfigDocument = {
  name: null,
  visibility: 'public',
  timeZone: 'UTC',
  theme: {},
  chatXp: 15,
  replyXp: 20,
  reactionXp: 5,
  cooldownSeconds: 60,
  curve: { kind: 'linear', xpPerLevel: 30 },
  topLevel: 50,
  levels: [],
  demotion: 'follow',
  rules: DEFAULT_RULES,
};

let made = 0;

/** A real database in memory, and communities in it whose activities are scored and booked as the path does it. */
export class PlayedCommunity {
  readonly functions: DatabaseFunctions;
  readonly communityId: string;
  #configuration!: Configuration;

  private constructor(functions: DatabaseFunctions) {
    made += 1;
    this.communityId = `biz_${made}`;
    this.functions = functions;
  }

  static async create(database: PgliteDatabase, change: Partial<ConfigDocument>): Promise<PlayedCommunity> {
    const community = new PlayedCommunity(new DatabaseFunctions(database));
    await community.#load();
    await community.save(change, 1);
    return community;
  }

  get configuration(): Configuration {
    return this.#configuration;
  }

  async save(change: Partial<ConfigDocument>, expectedVersion: number): Promise<void> {
    const whole = { ...document, ...change };
    const saved = await this.functions.saveConfiguration({
      communityId: this.communityId,
      expectedVersion,
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

  async #load(): Promise<void> {
    const defaults = { visibility: 'public' as const, levelThresholds: [100] };
    const [configuration] = await this.functions.ensureCommunities([this.communityId], defaults);
    if (!configuration) throw new Error('The community has no configuration.');
    this.#configuration = configuration;
  }
}

export function openDatabase(): Promise<PgliteDatabase> {
  return openPglite();
}
