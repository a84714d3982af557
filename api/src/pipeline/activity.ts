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
  /** Whose message a reaction is to. */
  receiverId: string | null;
  /** In code points; 0 for a message without text. */
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
  | { kind: 'activity'; activity: Activity }
  | { kind: 'profile'; profile: MemberProfile }
  | { kind: 'ignored'; reason: IgnoredReason }
  | ({ kind: 'quarantined' } & Quarantined);
