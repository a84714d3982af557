/** What may travel at most, in bytes after gzip. Every byte more is a decision. */
export const budgets = {
  /** All that a page loads until the three main widgets show their data. */
  firstData: 28_672,
  /** Lazy parts that are large for a reason, by name: the library of Supabase Realtime, which members load. */
  parts: { realtime: 17_000 } as Partial<Record<string, number>>,
  otherPart: 4_000,
};
