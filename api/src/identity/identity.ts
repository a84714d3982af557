import type { Access } from '@wee5/contract';

/** Whose request it is, as far as that could be verified. Everything but `anonymous` belongs to one community. */
export type Identity = Anonymous | PageIdentity | ServerIdentity | MemberIdentity;

export interface Anonymous {
  readonly kind: 'anonymous';
}

/** A page of the creator's, with a publishable key whose origins include the page's. */
export interface PageIdentity {
  readonly kind: 'page';
  readonly communityId: string;
  readonly keyId: string;
}

/** The creator's own server, with a secret key. */
export interface ServerIdentity {
  readonly kind: 'server';
  readonly communityId: string;
  readonly keyId: string;
}

/** A member, with a member token or, inside Whop, with the user token that Whop adds. */
export interface MemberIdentity {
  readonly kind: 'member';
  readonly communityId: string;
  readonly userId: string;
  readonly access: Access;
  /** Whether the community is theirs: Whop counts every moderator as an admin. */
  readonly isOwner: boolean;
  /** What they showed: only a member token opens Supabase as well. */
  readonly via: 'member-token' | 'whop-user-token';
  /** Until when this may be relied on. */
  readonly expiresAt: Date;
}

export const anonymous: Anonymous = { kind: 'anonymous' };
