import type { ViewerScope } from '../database/rows.ts';

/** Who watches a community. */
export interface Watcher {
  /** The member whose identity was verified; null for everybody else. */
  readonly userId: string | null;
  /** What this watcher may see; a community that comes to show less ends the stream. */
  readonly scope: ViewerScope;
  /** When the identity runs out, and the stream with it; null for never. */
  readonly until: Date | null;
}

export const anonymous: Watcher = { userId: null, scope: 'public', until: null };

/** What everyone who may read the community hears. */
export function communityTopic(communityId: string): string {
  return `community:${communityId}`;
}

/** The topics a viewer hears: a member's own only with that member's identity. */
export function topicsFor(communityId: string, { userId }: Pick<Watcher, 'userId'>): string[] {
  const everyone = communityTopic(communityId);
  return userId === null ? [everyone] : [everyone, `member:${communityId}:${userId}`];
}
