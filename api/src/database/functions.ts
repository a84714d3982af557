import {
  rulesSchema,
  type MemberEntry,
  type Rules,
  type UpdateMeRequest,
  type UpdateRewardRequest,
} from '@wee5/contract';
import { DatabaseError, type Database } from './port.ts';
import type {
  Adjustment,
  AdjustOutcome,
  ApiKeyRow,
  Award,
  AwardResult,
  Board,
  BoardQuery,
  ClaimOutcome,
  CommunityDefaults,
  CommunityRow,
  CommunityState,
  Configuration,
  ConfigurationChange,
  ConfigurationRow,
  ConfigurationVersionRow,
  MemberList,
  MemberPosition,
  MemberRow,
  MembershipRow,
  MembershipWord,
  PreviewedMember,
  PreviewFrame,
  ProfileRow,
  QuarantinedEvent,
  ReconciliationReport,
  ReplayableActivity,
  RewardRow,
  SavedConfiguration,
  SaveOutcome,
  SettingsOutcome,
  StoredDocument,
  TakeBack,
  TakeBackResult,
  ViewerScope,
} from './rows.ts';

export type * from './rows.ts';

interface NamedReward {
  communityId: string;
  rewardId: string;
}

interface NamedMember {
  communityId: string;
  userId: string;
}

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
  async ensureCommunities(communityIds: string[], defaults: CommunityDefaults): Promise<Configuration[]> {
    const configurations = await this.#database.call<(Omit<Configuration, 'rules'> & { rules: unknown })[]>(
      'ensure_communities',
      { community_ids: communityIds, defaults },
    );
    return configurations.map((each) => ({ ...each, rules: readRules(each) }));
  }

  /** Decides and books many awards in one transaction; results are in the order of `awards`. */
  awardXp(awards: Award[]): Promise<AwardResult[]> {
    return this.#database.call('award_xp', { awards });
  }

  /**
   * Takes back, or gives back, what payments and memberships gave, as far as the newest word of each refund, dispute
   * and deactivation says; results are in the order of `takeBacks`. Their communities must exist.
   */
  takeBack(takeBacks: TakeBack[]): Promise<TakeBackResult[]> {
    return this.#database.call('take_back', { take_backs: takeBacks });
  }

  /**
   * Keeps the newest word of each membership; returns how many rows it told something new. Their communities must
   * exist.
   */
  saveMemberships(memberships: MembershipWord[]): Promise<number> {
    return this.#database.call('save_memberships', { memberships });
  }

  /** Which products each of these members held at a time, ISO 8601 with zone; in the order of `members`. */
  findProducts(members: { communityId: string; userId: string; at: string }[]): Promise<string[][]> {
    return this.#database.call('find_products', { members });
  }

  /** A community's memberships by id, after `afterId`, at most `limit` of them. */
  listMemberships(communityId: string, afterId: string | null, limit: number): Promise<MembershipRow[]> {
    return this.#database.call('list_memberships', {
      community_id: communityId,
      after_id: afterId,
      page_limit: limit,
    });
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

  /** A page of a board: from the top, after a position, or around a member; null for an unknown community. */
  getLeaderboard(query: BoardQuery): Promise<Board | null> {
    return this.#database.call('get_leaderboard', {
      community_id: query.communityId,
      viewer_scope: query.scope,
      viewer_id: query.viewerId,
      board: query.board,
      window_kind: query.window,
      window_at: query.windowAt,
      at: query.now,
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

  /**
   * The community's rewards by level and position; with a member, each in the state it has for them. Codes are in it
   * after the claim, and `toCreator`. Null for an unknown community.
   */
  getRewards(
    communityId: string,
    userId: string | null,
    toCreator = false,
  ): Promise<{ rewards: RewardRow[]; version: number } | null> {
    return this.#database.call('get_rewards', {
      community_id: communityId,
      user_id: userId,
      to_creator: toCreator,
    });
  }

  /**
   * Adds a reward and unlocks it, as of `at` (else the database's now), for every member who already has the level.
   * Null for an unknown community.
   */
  createReward(
    reward: {
      communityId: string;
      levelRequirement: number;
      type: 'role' | 'badge' | 'custom';
      name: string;
      description?: string | null;
      imageUrl?: string | null;
      metadata?: Record<string, unknown>;
      position?: number;
    },
    at?: string,
  ): Promise<SaveOutcome | null> {
    return this.#database.call('create_reward', { reward, at });
  }

  /** Changes what is given; null for a reward that the community does not give. */
  updateReward(named: NamedReward, change: UpdateRewardRequest, at: string): Promise<SaveOutcome | null> {
    return this.#database.call('update_reward', { ...namesOf(named), change, at });
  }

  /** Deletes a reward, or archives one that somebody has; null for one that the community does not give. */
  deleteReward(named: NamedReward, at: string): Promise<{ outcome: 'deleted' | 'archived' } | null> {
    return this.#database.call('delete_reward', { ...namesOf(named), at });
  }

  /** Makes an unlocked badge or custom reward the member's, once; null for one that the community does not give. */
  claimReward(named: NamedReward, userId: string, at: string): Promise<ClaimOutcome | null> {
    return this.#database.call('claim_reward', { ...namesOf(named), user_id: userId, at });
  }

  /** Gives, takes or sets XP of a member, who need not exist yet; null for an unknown community. */
  adjustXp(named: NamedMember, adjustment: Adjustment, at: string): Promise<AdjustOutcome | null> {
    const { communityId: community_id, userId: user_id } = named;
    return this.#database.call('adjust_xp', { community_id, user_id, adjustment, at });
  }

  /** Takes a member off every board, or puts them back; null for one who does not exist. */
  excludeMember(
    { communityId: community_id, userId: user_id }: NamedMember,
    excluded: boolean,
  ): Promise<MemberEntry | null> {
    return this.#database.call('exclude_member', { community_id, user_id, excluded });
  }

  /** What a member decides about themselves, who need not exist yet; null for an unknown community. */
  updateMe(
    { communityId: community_id, userId: user_id }: NamedMember,
    settings: UpdateMeRequest,
  ): Promise<SettingsOutcome | null> {
    return this.#database.call('update_me', { community_id, user_id, settings });
  }

  /** Members as the creator sees them, most XP first; `query` is a whole id or part of a name. */
  listMembers(
    communityId: string,
    filter: {
      query?: string | undefined;
      excluded?: boolean | undefined;
      limit: number;
      after: MemberPosition | null;
    },
  ): Promise<MemberList | null> {
    return this.#database.call('list_members', { community_id: communityId, filter });
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

  /** What a preview begins with; null for an unknown community. */
  getPreviewFrame(window: {
    communityId: string;
    since: string;
    until: string;
    maxActivities: number;
  }): Promise<PreviewFrame | null> {
    return this.#database.call('get_preview_frame', {
      community_id: window.communityId,
      since: window.since,
      until: window.until,
      max_activities: window.maxActivities,
    });
  }

  /** The activities from `since` to `until` in event-time order, after the last one of the page before. */
  listReplayable(page: {
    communityId: string;
    since: string;
    until: string;
    after: Pick<ReplayableActivity, 'at' | 'id'> | null;
    limit: number;
  }): Promise<ReplayableActivity[]> {
    return this.#database.call('list_replayable', {
      community_id: page.communityId,
      since: page.since,
      until: page.until,
      after_at: page.after?.at ?? null,
      after_id: page.after?.id ?? null,
      page_limit: page.limit,
    });
  }

  /** Members by id, after `afterId`, at most `limit` of them. */
  listMembersToPreview(
    communityId: string,
    afterId: string | null,
    limit: number,
  ): Promise<PreviewedMember[]> {
    return this.#database.call('list_members_to_preview', {
      community_id: communityId,
      after_id: afterId,
      page_limit: limit,
    });
  }
}

/** Rules of a shape we do not know can never be applied: what is refused because of them is kept until they are. */
function readRules({ communityId, rules }: { communityId: string; rules: unknown }): Rules {
  const { data, error } = rulesSchema.safeParse(rules);
  if (data) return data;
  const paths = error.issues.map(({ path }) => path.join('.') || 'rules').join(', ');
  throw new DatabaseError(`The rules of ${communityId} are not understood (${paths}): save them again.`, {
    kind: 'poison',
  });
}

function namesOf({ communityId, rewardId }: NamedReward): Record<string, string> {
  return { community_id: communityId, reward_id: rewardId };
}
