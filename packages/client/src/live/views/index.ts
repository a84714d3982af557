import type { Leaderboard, MemberChange, RankCard } from '../../contract.ts';
import type { DataOf, View } from '../../types.ts';
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
