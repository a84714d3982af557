import type { View } from './types.ts';

/** Which page of what has pages. */
export interface Page {
  cursor?: string | undefined;
}

/** Where the API tells what a view shows. */
export function pathOf(view: View & Page): string {
  const { kind } = view;
  if (kind === 'community') return '';
  return kind === 'rankCard' ? `/members/${encodeURIComponent(view.userId)}` : `/${kind}${queryOf(view)}`;
}

/** The same for every view that shows the same. */
export function viewKey(view: View): string {
  if (view.kind !== 'leaderboard') return pathOf(view);
  const { kind, board = 'top', window = board === 'climbers' ? 'week' : 'all', at, limit, around } = view;
  return pathOf({ kind, board, window, at, limit, around });
}

export function queryOf<Query extends object>({ kind: _kind, ...query }: Query & { kind?: string }): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(given as [string, string][]).toString();
  return text && `?${text}`;
}
