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
