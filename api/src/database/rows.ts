import type {
  ActivityType,
  ApiKey,
  ConfigDocument,
  Integrity,
  LeaderboardEntry,
  LevelDress,
  RankCard,
  Receipt,
  Refusal,
  Rules,
  RulesInput,
} from '@wee5/contract';

/** One community's XP rules, as the database keeps them. */
export interface Configuration {
  communityId: string;
  /** Bumped by every save; an award computed with another version is refused. */
  version: number;
  chatXp: number;
  replyXp: number;
  reactionXp: number;
  cooldownSeconds: number;
  rules: Rules;
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
  receipt: Receipt;
  /** What scoring looked at, so that other rules can be tried on it. */
  facts: ActivityFacts;
  /** What a rule says before anything is decided; the activity is booked with it and earns nothing. */
  refusal: Refusal | null;
  /** Whose message got the reaction, or who gave it. Of a reply the database finds it by `replyToKey`. */
  counterpartId: string | null;
  /** The natural key of the message that a reply answers. */
  replyToKey: string | null;
  /** What answering a newcomer adds, multipliers included; 0 where no rule says so. */
  newcomerXp: number;
  newcomerDays: number;
  username: string | null;
  displayName: string | null;
  /** When Whop says the member joined, for a membership. */
  joinedAt: string | null;
}

/** What an activity's worth depends on. Never text. */
export interface ActivityFacts {
  experienceId?: string;
  /** In code points; of chat and replies. */
  length?: number;
  /** Of a payment: whole units of `currency`, and in US dollars where Whop tells it. */
  amount?: number;
  currency?: string;
  usdAmount?: number;
  /** What the membership or payment was for. */
  productId?: string;
  /** The message a reply answers. */
  replyToKey?: string;
}

/** What became of one award, at the same index as it was sent. */
export interface AwardResult {
  outcome: 'awarded' | 'duplicate' | Refusal;
  xpAwarded: number;
  /** As it was booked, with what the database added to it; null for a duplicate. */
  receipt: Receipt | null;
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
  /** Names and pictures of the levels that have one. */
  levels: LevelDress[];
  version: number;
}

/** What tells whether somebody who watches a community has missed something, and may go on watching. */
export type CommunityState = Pick<CommunityRow, 'communityId' | 'visibility' | 'version'>;

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

/** A key as the database keeps it: only the SHA-256 of the key itself, which is never answered. */
export interface ApiKeyRow extends ApiKey {
  communityId: string;
}

/** What Whop says about a user, as of `fetchedAt`. */
export interface ProfileRow {
  communityId: string;
  userId: string;
  username: string | null;
  displayName: string | null;
  avatarUrl: string | null;
  fetchedAt: string;
}

/** What came of asking Whop for what it could not deliver. */
export interface ReconciliationReport {
  since: string;
  /** Events that no delivery had brought. */
  missed: number;
  /** Of these, how many arrived when they were sent again. */
  recovered: number;
}

/** A document as it is stored: what has a default may be missing from its rules. */
export type StoredDocument = Omit<ConfigDocument, 'rules'> & { rules: RulesInput };

/** A community's configuration, with who saved it when. */
export interface ConfigurationRow {
  communityId: string;
  version: number;
  savedAt: string;
  savedBy: string | null;
  document: StoredDocument;
  /** Whether stored levels are still being recomputed after a changed curve. */
  levelsPending: boolean;
  integrity: Integrity | null;
}

/** A whole configuration to save in the place of the version that was edited. */
export interface ConfigurationChange {
  communityId: string;
  expectedVersion: number;
  document: ConfigDocument;
  /** What the document's curve means, up to its top level. */
  levelThresholds: number[];
  savedBy: string;
  at: string;
  /** The version that is saved again, for a rollback. */
  restoredFrom?: number;
}

export type SavedConfiguration =
  | { outcome: 'saved'; configuration: ConfigurationRow }
  | { outcome: 'conflict'; version: number; savedAt: string; savedBy: string | null }
  | { outcome: 'unknown-community' | 'unknown-time-zone' };

export interface ConfigurationVersionRow {
  version: number;
  savedAt: string;
  savedBy: string | null;
  restoredFrom: number | null;
  document: StoredDocument;
}
