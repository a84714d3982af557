import type { ActivityType, IgnoredReason, QuarantineReason } from '@wee5/contract';

/** What a member did, in Wee5's words: all that scoring and booking need, and never the text itself. */
export interface Activity {
  communityId: string;
  /** The member who earns. */
  userId: string;
  type: ActivityType;
  /** The natural key: the same for every delivery, replay and toggle of this activity. */
  key: string;
  /** When it happened, by Whop's clock. */
  at: Date;
  username: string | null;
  displayName: string | null;
  experienceId: string | null;
  /** The other member: whose message got the reaction, or who gave it. */
  counterpartId: string | null;
  /** In code points; 0 for a message without text, and for what is none. */
  contentLength: number;
  /** The natural key of the message that a reply answers. */
  replyToKey?: string | null;
  /** What was paid, in whole units of `currency`. */
  amount?: number | null;
  currency?: string | null;
  /** What was paid in US dollars, where Whop tells it. */
  usdAmount?: number | null;
  /** What the membership or payment is for. */
  productId?: string | null;
  /** Which products the member holds; known only where a rule asks for it. */
  productIds?: readonly string[];
  /** When Whop says the member joined, for a membership. */
  joinedAt?: Date | null;
}

/** The newest word about a refund, a dispute or an ended membership: how much of what was given no longer holds. */
export interface TakeBack {
  communityId: string;
  /** What says so: `refund:{id}`, `dispute:{id}`, `deactivation:{membership}`. */
  key: string;
  /** The natural key of what gave the XP: `payment:{id}`, `membership:{id}`. */
  ofKey: string;
  /** From 0, where it holds (again), to 1. */
  share: number;
  /** What was refunded, in whole units of `currency`, where only what was paid tells the share; `share` where it does not. */
  amount?: number;
  currency?: string | null;
  reason: 'refund' | 'dispute' | 'deactivation';
  /** By Whop's clock; an older word never replaces a newer one. */
  at: Date;
}

/** The newest word about a membership: who has which product, or has it no longer. */
export interface MembershipWord {
  communityId: string;
  id: string;
  userId: string;
  productId: string | null;
  active: boolean;
  /** By Whop's clock; an older word never replaces a newer one. */
  at: Date;
}

/** All that one event says: a reaction is an activity of two members, a membership is more than an activity. */
export interface Meaning {
  communityId: string;
  activities: Activity[];
  takeBacks: TakeBack[];
  memberships: MembershipWord[];
}

/** Why and for whom an event is kept aside. */
export interface Quarantined {
  reason: QuarantineReason;
  /** Null where no community could be found. */
  communityId: string | null;
  /** Which parts of the payload are not as expected, as paths without values. */
  issues?: string[];
}

/** Who a member is, as Whop said at a time. */
export interface MemberProfile {
  communityId: string;
  userId: string;
  /** By Whop's clock; an older profile never replaces a newer one. */
  at: Date;
  username: string | null;
  displayName: string | null;
  /** Always `https:`, or null. */
  avatarUrl: string | null;
}

/** What an event means. */
export type Translation =
  | { kind: 'meaning'; meaning: Meaning }
  | { kind: 'profile'; profile: MemberProfile }
  | { kind: 'ignored'; reason: IgnoredReason }
  | ({ kind: 'quarantined' } & Quarantined);
