import type { ActivityType, AdjustedXp, Receipt, Refusal } from '@wee5/contract';

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
