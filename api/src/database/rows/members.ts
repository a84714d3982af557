import type { MemberEntry, MemberExport, MemberSettings } from '@wee5/contract';

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

/** Everything kept about a member but the log. */
export type MemberExportRow = Omit<MemberExport, 'communityId' | 'exportedAt' | 'log'>;

/** What Whop says about a user, as of `fetchedAt`. */
export interface ProfileRow {
  communityId: string;
  userId: string;
  username: string | null;
  displayName: string | null;
  avatarUrl: string | null;
  fetchedAt: string;
}
