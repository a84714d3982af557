/** What came of asking Whop for what it could not deliver. */
export interface ReconciliationReport {
  since: string;
  /** Events that no delivery had brought. */
  missed: number;
  /** Of these, how many arrived when they were sent again. */
  recovered: number;
}
