/** The most that an import may add to a page at once, in KB of gzip; every one more is a decision. */
export const budgets: Record<string, number> = {
  '@wee5/client': 10.5,
  '@wee5/react': 1.7,
  '@wee5/widgets': 29.5,
  '@wee5/widgets/config': 0.3,
  '@wee5/widgets/define': 29.5,
  '@wee5/widgets/leaderboard/define': 25.5,
  '@wee5/widgets/rank-card/define': 24.5,
  '@wee5/widgets/reward-list/define': 25,
};
