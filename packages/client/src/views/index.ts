import type { Leaderboard, MemberChange, RankCard } from '../contract.ts';
import type { DataOf, View } from '../types.ts';
import type { Context, Need } from './change.ts';
import { changeLeaderboard } from './leaderboard.ts';
import { changeRankCard } from './rank-card.ts';

/** Brings a view's data from one version to the next by what became of members. */
export function changeView(
  view: View,
  data: DataOf<View>,
  { members, context }: { members: readonly MemberChange[]; context: Context },
): { data: DataOf<View>; need: Need } {
  switch (view.kind) {
    case 'leaderboard':
      return changeLeaderboard(data as Leaderboard, members, { ...context, query: view });
    case 'rankCard':
      return changeRankCard(data as RankCard, members, context);
    default:
      // XP say nothing of what a community offers.
      return { data, need: 'nothing' };
  }
}

function boardKey({
  kind,
  board = 'top',
  window,
  at,
  limit,
  around,
}: View & { kind: 'leaderboard' }): string {
  const usual = board === 'climbers' ? 'week' : 'all';
  return JSON.stringify([kind, board, window ?? usual, at ?? null, limit ?? null, around ?? null]);
}

/** The same for every view that shows the same. */
export function viewKey(view: View): string {
  switch (view.kind) {
    case 'leaderboard':
      return boardKey(view);
    case 'rankCard':
      return JSON.stringify([view.kind, view.userId]);
    default:
      return view.kind;
  }
}
