import type { ActivityType } from '@wee5/contract';
import type { ActivityFacts } from './awards.ts';

/** What a preview begins with. */
export interface PreviewFrame {
  /** From when on there are no more activities than asked for; ISO 8601 with microseconds. */
  since: string;
  /** Whether that is all of the time asked for. */
  isComplete: boolean;
  timeZone: string;
  /** From when on another zone made a kind's periods: null for all time before. */
  zones: { kind: string; startsAt: string | null; timeZone: string }[];
  /** The level of each reward that is given, ascending. */
  rewardLevels: number[];
}

/** An activity of the log, as far as other rules look at it. */
export interface ReplayableActivity {
  id: string;
  userId: string;
  type: ActivityType;
  key: string;
  /** ISO 8601 with microseconds. */
  at: string;
  /** What it earned; 0 where it was refused. */
  xp: number;
  facts: ActivityFacts;
  counterpartId: string | null;
}

/** Where a member stands, with the levels of the rewards they have. */
export interface PreviewedMember {
  userId: string;
  username: string | null;
  displayName: string | null;
  xp: number;
  peakXp: number;
  joinedAt: string | null;
  excluded: boolean;
  rewardLevels: number[];
}
