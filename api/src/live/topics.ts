/** Who watches a community; nobody can prove an identity yet, so every viewer is anonymous. */
export interface Watcher {
  /** The member whose token was verified; null for an anonymous viewer. */
  readonly userId: string | null;
}

export const anonymous: Watcher = { userId: null };

/** What everyone who may read the community hears. */
export function communityTopic(communityId: string): string {
  return `community:${communityId}`;
}

/** The topics a viewer hears: a member's own only with that member's identity. */
export function topicsFor(communityId: string, { userId }: Watcher): string[] {
  const everyone = communityTopic(communityId);
  return userId === null ? [everyone] : [everyone, `member:${communityId}:${userId}`];
}
