/** The most that an import may add to a page at once, in KB of gzip; every one more is a decision. */
export const budgets: Record<string, number> = {
  '@wee5/client': 4.5,
  '@wee5/react': 1.7,
  '@wee5/widgets': 32,
  '@wee5/widgets/activity/define': 23.5,
  '@wee5/widgets/config': 0.3,
  '@wee5/widgets/define': 32,
  '@wee5/widgets/leaderboard/define': 17.5,
  '@wee5/widgets/level-badge/define': 14.5,
  '@wee5/widgets/rank-card/define': 17.5,
  '@wee5/widgets/reward-list/define': 17,
  '@wee5/widgets/toast/define': 17.5,
};
