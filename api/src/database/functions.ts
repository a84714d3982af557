import type { ActivityType, LeaderboardEntry, RankCard } from '@wee5/contract';
import type { Database } from './port.ts';

/** One community's XP rules, as the database keeps them. */
export interface Configuration {
  communityId: string;
  /** Bumped by every save; an award computed with another version is refused. */
  version: number;
  chatXp: number;
  replyXp: number;
  reactionXp: number;
  cooldownSeconds: number;
}

/** What a community starts with when its first verified event arrives. */
export interface CommunityDefaults {
  visibility: 'public' | 'members';
  /** `levelThresholds[n]` is the XP at which level `n + 1` begins; strictly increasing. */
  levelThresholds: number[];
}

/** One activity with its worth, for `award_xp`. Times are ISO 8601 with zone. */
export interface Award {
  communityId: string;
  userId: string;
  type: ActivityType;
  /** The natural key: what makes a replay the same activity. */
  key: string;
  at: string;
  xp: number;
  configVersion: number;
  receipt: Record<string, unknown>;
  username: string | null;
  displayName: string | null;
}

/** What became of one award, at the same index as it was sent. */
export interface AwardResult {
  outcome: 'awarded' | 'duplicate' | 'cooldown';
  xpAwarded: number;
  /** The member after the whole call; `previousLevel` is the level before it. */
  xp: number;
  level: number;
  previousLevel: number;
}

export interface QuarantinedEvent {
  /** Null where no community could be found. */
  communityId: string | null;
  /** The `webhook-id`: a redelivery is the same row. */
  webhookId: string;
  eventType: string;
  reason: string;
  /** The payload as JSON text, chat text already removed. */
  payload: string;
  receivedAt: string;
}

/** A place on a board, exact enough to continue after it. */
export interface BoardPosition {
  xp: number;
  /** ISO 8601 with microseconds. */
  reachedAt: string;
  userId: string;
}

export type BoardEntry = LeaderboardEntry;

export interface Board {
  total: number;
  version: number;
  entries: BoardEntry[];
  me: BoardEntry | null;
  /** Null when there is nothing after the last entry. */
  next: BoardPosition | null;
}

export interface CommunityRow {
  communityId: string;
  name: string | null;
  visibility: 'public' | 'members' | 'private';
  theme: Record<string, unknown>;
  timeZone: string;
  levelThresholds: number[];
  version: number;
}

/** A rank card without what TypeScript adds to it. */
export type MemberRow = Omit<RankCard, 'levelName' | 'progress'>;

export interface RewardRow {
  rewardId: string;
  levelRequirement: number;
  type: 'role' | 'badge' | 'custom';
  name: string;
  description: string | null;
  imageUrl: string | null;
  metadata: Record<string, unknown>;
  state:
    | 'locked'
    | 'unlocked'
    | 'claimed'
    | 'fulfilling'
    | 'fulfilled'
    | 'failed'
    | 'unknown'
    | 'expired'
    | 'revoked';
  unlockedAt: string | null;
  claimedAt: string | null;
}

/** Who is looking: what a member shows depends on it. */
export type ViewerScope = 'public' | 'members' | 'admin';

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
}
