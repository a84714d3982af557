import type { ActivityEntry } from '@wee5/client';

interface Pages {
  entries: ActivityEntry[];
  nextCursor: string | null;
}

/**
 * Puts a first page that was loaded again before what is known. Where it does not reach what is known there is a gap:
 * the list begins anew with it.
 */
export function mergePages(first: Pages, known: Pages | undefined): Pages {
  const fresh = new Set(first.entries.map(({ activityId }) => activityId));
  const last = known?.entries.findLastIndex(({ activityId }) => fresh.has(activityId)) ?? -1;
  if (!known || last === -1) return { entries: first.entries, nextCursor: first.nextCursor };
  const older = known.entries.slice(last + 1);
  const nextCursor = older.length ? known.nextCursor : first.nextCursor;
  return { entries: [...first.entries, ...older], nextCursor };
}
