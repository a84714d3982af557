/** What may travel at most, in bytes after gzip. Every byte more is a decision. */
export const budgets = {
  /** All that a page loads until the three main widgets show their data. */
  firstData: 28_672,
  /** The library of Supabase Realtime, for members. */
  'wee5-realtime': 17_000,
  /** Any other lazy part. */
  part: 4_000,
};
