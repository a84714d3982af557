import type { IgnoredReason } from '@wee5/contract';
import type * as z from 'zod';
import type { Activity, MemberProfile } from '../activity.ts';

/** What the event itself says; the community is on its envelope. */
export type Mapped =
  | { kind: 'activity'; activity: Omit<Activity, 'communityId'> }
  | { kind: 'profile'; profile: Omit<MemberProfile, 'communityId'> }
  | { kind: 'ignored'; reason: IgnoredReason }
  | { kind: 'unknown-shape'; issues: string[] };

/** One per event type we handle. */
export type EventMapper = (payload: Record<string, unknown>) => Mapped;

/** Paths only: a value could be somebody's words. */
export function unknownShape(error: z.ZodError): Mapped {
  return { kind: 'unknown-shape', issues: error.issues.map((issue) => issue.path.join('.')) };
}
