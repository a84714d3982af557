/** What may travel at most, in bytes after gzip. Every byte more is a decision. */
export const budgets = {
  /** All that a page loads until the three main widgets show their data. */
  firstData: 15.8 * 1024,
  /**
   * Lazy parts that are large for a reason, by name: all that moves or speaks, what keeps data true, a member's log, and
   * the library of Supabase Realtime, which members load.
   */
  parts: { lively: 9.8 * 1024, live: 6.8 * 1024, activity: 4.7 * 1024, realtime: 15.8 * 1024 } as Partial<
    Record<string, number>
  >,
  otherPart: 4_000,
  /** Every script of the example's page until its three widgets have rendered, as zlib packs them. */
  scripts: 16.3 * 1024,
};

/** The sum of all layout shifts that an example's page may have, as browsers count them. */
export const layoutShiftBudget = 0;
