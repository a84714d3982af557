import type { ActivityEntry, MemberExport } from '@wee5/contract';

/** A place in the log or in the quarantine, exact enough to continue before it. */
export interface ActivityPosition {
  /** ISO 8601 with microseconds. */
  at: string;
  id: string;
}

/** An entry of the log without the words that TypeScript finds for it. */
export type ActivityRow = Omit<ActivityEntry, 'summary'>;

export interface MemberActivityPage {
  entries: ActivityRow[];
  next: ActivityPosition | null;
  version: number;
}

export interface ActivityPage {
  entries: (ActivityRow & { userId: string; displayName: string | null })[];
  next: ActivityPosition | null;
}

/** A page of a member's log as it is exported. */
export interface LogExport {
  entries: Omit<MemberExport['log'][number], 'summary'>[];
  next: ActivityPosition | null;
}
