import type {
  ActivityEntry,
  ActivityType,
  AdjustedXp,
  ApiKey,
  BoardKind,
  ConfigDocument,
  Integrity,
  Leaderboard,
  LeaderboardEntry,
  LevelDress,
  MemberEntry,
  MemberExport,
  MemberSettings,
  QuarantinedEventEntry,
  RankCard,
  Receipt,
  Refusal,
  Reset,
  RewardState,
  Rules,
  RulesInput,
  WindowKind,
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

/** One word about a refund, a dispute or an ended membership. Times are ISO 8601 with zone. */
export interface TakeBack {
  communityId: string;
  /** Whose word it is: `refund:{id}`, `dispute:{id}`, `deactivation:{membership}`. The newest one counts. */
  key: string;
  /** The natural key of what gave the XP: `payment:{id}`, `membership:{id}`. */
  ofKey: string;
  /** Which part of it is to be taken back by this, 0 to 1; 0 once it no longer holds. */
  share: number;
  /**
   * What was refunded, in whole units of `currency`: the share of what was paid by what was booked of the payment.
   * `share` holds where that cannot be compared.
   */
  amount?: number | null;
  currency?: string | null;
  reason: 'refund' | 'dispute' | 'deactivation';
  at: string;
  /** Whether members may keep what this would take: then this word, at its `at`, takes nothing, now or later. */
  kept?: boolean;
}

/** What came of one word, at the same index as it was sent. */
export interface TakeBackResult {
  /**
   * `unknown-yet`: what it is about has not arrived, and the word is remembered until it does. `stale`: it says nothing
   * new, since this word or a newer one is known. `kept`: it is remembered as one that takes nothing.
   */
  outcome: 'reversed' | 'nothing-to-take' | 'unknown-yet' | 'kept' | 'stale';
  /** XP that the call booked for `ofKey`: negative where it took, positive where it gave back, else 0. */
  change: number;
}

/** One word about a membership; the newest one counts. */
export interface MembershipWord {
  communityId: string;
  id: string;
  userId: string;
  productId: string | null;
  active: boolean;
  /** By Whop's clock; ISO 8601 with zone. */
  at: string;
}

/** A membership by the newest word about it, with when it last became active and inactive. */
export interface MembershipRow {
  id: string;
  userId: string;
  productId: string | null;
  active: boolean;
  activatedAt: string | null;
  deactivatedAt: string | null;
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

/** Which page of which board, and who looks. */
export interface BoardQuery {
  communityId: string;
  scope: ViewerScope;
  viewerId: string | null;
  board: BoardKind;
  window: WindowKind;
  /** A local day or an instant of the window; null for the one of `now`. */
  windowAt: string | null;
  now: string;
  limit: number;
  after: BoardPosition | null;
  aroundUserId: string | null;
}

/** A place on a board, exact enough to continue after it. */
export interface BoardPosition {
  /** What the board is ordered by: XP, or what climbers gained. */
  score: number;
  /** ISO 8601 with microseconds. */
  reachedAt: string;
  /** The id under which the viewer sees the member. */
  userId: string;
}

export type BoardEntry = LeaderboardEntry;

export interface Board {
  window: Leaderboard['window'];
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
  /** With the `code` only after the claim, and for the creator. */
  metadata: Record<string, unknown>;
  state: RewardState;
  unlockedAt: string | null;
  claimedAt: string | null;
  position: number;
}

/** What came of saving a reward; `unlocked` is how many members got it by that. */
export type SaveOutcome =
  | { outcome: 'saved'; rewardId: string; reward: RewardRow; unlocked: number }
  | { outcome: 'above-top-level'; topLevel: number };

/** What came of a claim. */
export type ClaimOutcome =
  | { outcome: 'claimed'; reward: RewardRow }
  | { outcome: 'role' }
  /** `xpLeft` is null for level 0, and for a level that the curve no longer has. */
  | { outcome: 'locked'; levelRequirement: number; level: number; xpLeft: number | null }
  | { outcome: 'taken'; state: RewardState; claimedAt: string | null };

/** What a creator changes about a total: `amount` or `set`. */
export interface Adjustment {
  amount?: number | undefined;
  set?: number | undefined;
  reason: string;
  /** A Whop user id, or `key:{id}`. */
  by: string;
  /** Counts once per community, whoever it is for. */
  idempotencyKey?: string | undefined;
}

/** What came of it: a duplicate tells where the member stands; `most` is what the total has room for. */
export type AdjustOutcome =
  | ({ outcome: 'accepted' | 'duplicate' } & Omit<AdjustedXp, 'status' | 'userId'>)
  | { outcome: 'too-much'; most: number };

/** What came of a member's own settings. */
export type SettingsOutcome =
  { outcome: 'saved'; settings: MemberSettings } | { outcome: 'unknown-time-zone' };

/** A place in the creator's list of members. */
export interface MemberPosition {
  xp: number;
  userId: string;
}

export interface MemberList {
  total: number;
  members: MemberEntry[];
  /** Null when there is nothing after the last member. */
  next: MemberPosition | null;
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

/** What a preview begins with. */
export interface PreviewFrame {
  /** From when on there are no more activities than asked for; ISO 8601 with microseconds. */
  since: string;
  /** Whether that is all of the time asked for. */
  isComplete: boolean;
  timeZone: string;
  /** From when on another zone made a kind's periods: null for all time before. */
  zones: { kind: string; startsAt: string | null; timeZone: string }[];
  /** The level of each reward that is given, ascending. */
  rewardLevels: number[];
}

/** An activity of the log, as far as other rules look at it. */
export interface ReplayableActivity {
  id: string;
  userId: string;
  type: ActivityType;
  key: string;
  /** ISO 8601 with microseconds. */
  at: string;
  /** What it earned; 0 where it was refused. */
  xp: number;
  facts: ActivityFacts;
  counterpartId: string | null;
}

/** Where a member stands, with the levels of the rewards they have. */
export interface PreviewedMember {
  userId: string;
  username: string | null;
  displayName: string | null;
  xp: number;
  peakXp: number;
  joinedAt: string | null;
  excluded: boolean;
  rewardLevels: number[];
}

/** A place in the log or in the quarantine, exact enough to continue before it. */
export interface ActivityPosition {
  /** ISO 8601 with microseconds. */
  at: string;
  id: string;
}

/** An entry of the log without the words that TypeScript finds for it. */
export type ActivityRow = Omit<ActivityEntry, 'summary'>;

export interface MemberActivityPage {
  entries: ActivityRow[];
  next: ActivityPosition | null;
  version: number;
}

export interface ActivityPage {
  entries: (ActivityRow & { userId: string; displayName: string | null })[];
  next: ActivityPosition | null;
}

export type ResetRow = Reset;

/** What came of undoing a reset; `too-much` names whose total would leave the safe integers. */
export type UndoneReset =
  | { outcome: 'undone'; reset: ResetRow }
  | { outcome: 'undone-before' | 'too-late' }
  | { outcome: 'too-much'; userId: string };

/** Everything kept about a member but the log. */
export type MemberExportRow = Omit<MemberExport, 'communityId' | 'exportedAt' | 'log'>;

/** A page of a member's log as it is exported. */
export interface LogExport {
  entries: Omit<MemberExport['log'][number], 'summary'>[];
  next: ActivityPosition | null;
}

/** A quarantined event; its payload is JSON as text. */
export type QuarantinedEventRow = Omit<QuarantinedEventEntry, 'payload'> & { payload: string };

export interface QuarantinePage {
  events: QuarantinedEventRow[];
  next: ActivityPosition | null;
}
