import type { CommunityRow, ViewerScope } from '../database/rows.ts';

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

export function isCommunityTopic(topic: string): boolean {
  return topic.startsWith('community:');
}

/** The community whose topic this is. */
export function communityOf(topic: string): string {
  return topic.slice('community:'.length);
}

/** What one member hears. */
export function memberTopic(communityId: string, userId: string): string {
  return `member:${communityId}:${userId}`;
}

/** Whether a watcher with this scope may watch a community that is open to these. */
export function mayWatch(scope: ViewerScope, visibility: CommunityRow['visibility']): boolean {
  if (visibility === 'public') return true;
  return visibility === 'members' ? scope !== 'public' : scope === 'admin';
}
