import type { Database } from './port.ts';
import type {
  ApiKeyRow,
  Award,
  AwardResult,
  Board,
  BoardPosition,
  CommunityDefaults,
  CommunityRow,
  CommunityState,
  Configuration,
  ConfigurationChange,
  ConfigurationRow,
  ConfigurationVersionRow,
  MemberRow,
  ProfileRow,
  QuarantinedEvent,
  ReconciliationReport,
  RewardRow,
  SavedConfiguration,
  StoredDocument,
  ViewerScope,
} from './rows.ts';

export type * from './rows.ts';

/** One method per SQL function; the whole seam between TypeScript and SQL. */
export class DatabaseFunctions {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The version of the schema; answers only while the database does. */
  getSchemaVersion(): Promise<string> {
    return this.#database.call('get_schema_version', {});
  }

  /** The configurations of these communities; those that do not exist yet are created with `defaults`. */
  ensureCommunities(communityIds: string[], defaults: CommunityDefaults): Promise<Configuration[]> {
    return this.#database.call('ensure_communities', { community_ids: communityIds, defaults });
  }

  /** Decides and books many awards in one transaction; results are in the order of `awards`. */
  awardXp(awards: Award[]): Promise<AwardResult[]> {
    return this.#database.call('award_xp', { awards });
  }

  /** Moves `last_active` forward for members whose activity was refused before it reached `award_xp`. */
  touchMembers(touches: { communityId: string; userId: string; at: string }[]): Promise<number> {
    return this.#database.call('touch_members', { touches });
  }

  quarantineEvent(event: QuarantinedEvent): Promise<null> {
    return this.#database.call('quarantine_event', { event });
  }

  /** Deletes quarantined events older than 30 days; returns how many. */
  deleteExpiredEvents(at: string): Promise<number> {
    return this.#database.call('delete_expired_events', { at });
  }

  getCommunity(communityId: string): Promise<CommunityRow | null> {
    return this.#database.call('get_community', { community_id: communityId });
  }

  /** Where these communities stand; unknown ones are left out. */
  getCommunityStates(communityIds: string[]): Promise<CommunityState[]> {
    return this.#database.call('get_community_states', { community_ids: communityIds });
  }

  /** The all-time board: from the top, after a position, or around a member; null for an unknown community. */
  getLeaderboard(query: {
    communityId: string;
    scope: ViewerScope;
    viewerId: string | null;
    limit: number;
    after: BoardPosition | null;
    aroundUserId: string | null;
  }): Promise<Board | null> {
    return this.#database.call('get_leaderboard', {
      community_id: query.communityId,
      viewer_scope: query.scope,
      viewer_id: query.viewerId,
      page_limit: query.limit,
      after: query.after,
      around_user_id: query.aroundUserId,
    });
  }

  /** One member's card; null for a member who does not exist or whom the viewer may not see. */
  getRankCard(query: {
    communityId: string;
    userId: string;
    scope: ViewerScope;
    viewerId: string | null;
    at: string;
  }): Promise<MemberRow | null> {
    return this.#database.call('get_rank_card', {
      community_id: query.communityId,
      user_id: query.userId,
      viewer_scope: query.scope,
      viewer_id: query.viewerId,
      at: query.at,
    });
  }

  /** The community's rewards by level; with a member, each in the state it has for them. Null for an unknown community. */
  getRewards(
    communityId: string,
    userId: string | null,
  ): Promise<{ rewards: RewardRow[]; version: number } | null> {
    return this.#database.call('get_rewards', { community_id: communityId, user_id: userId });
  }

  /** Adds a reward and unlocks it for every member who already has the level. */
  createReward(reward: {
    communityId: string;
    levelRequirement: number;
    type: 'role' | 'badge' | 'custom';
    name: string;
    description?: string;
    imageUrl?: string;
    metadata?: Record<string, unknown>;
  }): Promise<{ rewardId: string; unlocked: number }> {
    return this.#database.call('create_reward', { reward });
  }

  /** Keeps a new key; null for an unknown community. `keyHash` is the SHA-256 of the whole key, in hex. */
  createApiKey(key: {
    communityId: string;
    kind: 'publishable' | 'secret';
    keyHash: string;
    label: string | null;
    allowedOrigins: string[];
  }): Promise<ApiKeyRow | null> {
    return this.#database.call('create_api_key', { key });
  }

  /** The community's keys, newest first, revoked ones included. */
  listApiKeys(communityId: string): Promise<ApiKeyRow[]> {
    return this.#database.call('list_api_keys', { community_id: communityId });
  }

  /** Ends a key for good; null for one that this community does not have. Revoking twice keeps the first time. */
  revokeApiKey(communityId: string, keyId: string, at: string): Promise<ApiKeyRow | null> {
    return this.#database.call('revoke_api_key', { community_id: communityId, key_id: keyId, at });
  }

  /** The key with this hash unless it was revoked; null for none. */
  findApiKey(keyHash: string): Promise<ApiKeyRow | null> {
    return this.#database.call('find_api_key', { key_hash: keyHash });
  }

  /** Moves `lastUsedAt` forward; returns how many moved. */
  touchApiKeys(touches: { communityId: string; keyId: string; at: string }[]): Promise<number> {
    return this.#database.call('touch_api_keys', { touches });
  }

  /** Of these members, whose profile was never fetched or before `before`; members who do not exist are left out. */
  findStaleProfiles(communityId: string, userIds: string[], before: string): Promise<string[]> {
    return this.#database.call('find_stale_profiles', {
      community_id: communityId,
      user_ids: userIds,
      before,
    });
  }

  /**
   * Writes profiles of members who exist, unless a newer one is there, and tells viewers where something they see
   * has changed; returns how many did.
   */
  saveProfiles(profiles: ProfileRow[]): Promise<number> {
    return this.#database.call('save_profiles', { profiles });
  }

  /** Notes that this replica is there; `owedSince` tells from when on events may have been lost, null for none. */
  keepServiceAlive(at: string): Promise<{ owedSince: string | null }> {
    return this.#database.call('keep_service_alive', { at });
  }

  /** Takes the reconciliation for 15 minutes: since when; null where nothing is due or another replica has it. */
  claimReconciliation(at: string, everySeconds: number): Promise<string | null> {
    return this.#database.call('claim_reconciliation', { at, every_seconds: everySeconds });
  }

  /** Gives it back; an incomplete one stays owed. The next one begins no sooner than after a pause. */
  finishReconciliation(reconciliation: {
    startedAt: string;
    at: string;
    complete: boolean;
    pauseSeconds: number;
    report: ReconciliationReport | null;
  }): Promise<null> {
    const { startedAt, pauseSeconds, ...rest } = reconciliation;
    return this.#database.call('finish_reconciliation', {
      reconciliation: { started_at: startedAt, pause_seconds: pauseSeconds, ...rest },
    });
  }

  /** A community's configuration; null for an unknown community. */
  getConfiguration(communityId: string): Promise<ConfigurationRow | null> {
    return this.#database.call('get_configuration', { community_id: communityId });
  }

  /** Saves a whole configuration as the next version, unless another one was saved since the edited version. */
  saveConfiguration(change: ConfigurationChange): Promise<SavedConfiguration> {
    return this.#database.call('save_configuration', { change });
  }

  /** Saved configurations, newest first: those before a version, or from the newest on. */
  listConfigurationVersions(
    communityId: string,
    beforeVersion: number | null,
    limit: number,
  ): Promise<ConfigurationVersionRow[]> {
    return this.#database.call('list_configuration_versions', {
      community_id: communityId,
      before_version: beforeVersion,
      page_limit: limit,
    });
  }

  /** What one version was; null for one that never was. */
  getConfigurationVersion(communityId: string, version: number): Promise<StoredDocument | null> {
    return this.#database.call('get_configuration_version', { community_id: communityId, version });
  }

  /** Communities whose stored levels do not follow their curve yet. */
  findPendingLevels(): Promise<string[]> {
    return this.#database.call('find_pending_levels', {});
  }

  /** Recomputes the stored levels of the next `limit` members, in a transaction of its own; done once all are. */
  recomputeLevels(
    communityId: string,
    limit: number,
    at: string,
  ): Promise<{ done: boolean; members: number }> {
    return this.#database.call('recompute_levels', { community_id: communityId, page_limit: limit, at });
  }
}
