import { call } from '../support/index.ts';

interface Slice {
  members: number;
  counts: Record<string, number>;
  mismatches: { userId: string; what: string; stored: unknown; fromLog: unknown }[];
  next: string | null;
}

/** One slice of members, compared with the log; everybody unless said otherwise. */
export function check(communityId: string, afterId = '', pageLimit = 1000): Promise<Slice> {
  return call('find_mismatches', { community_id: communityId, after_id: afterId, page_limit: pageLimit });
}

/** One slice of members, made what the log says. */
export function rebuild(
  communityId: string,
  afterId = '',
  pageLimit = 1000,
): Promise<{ members: number; mended: Record<string, number>; next: string | null }> {
  return call('rebuild_members', { community_id: communityId, after_id: afterId, page_limit: pageLimit });
}
