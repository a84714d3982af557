import type { IgnoredReason } from '@wee5/contract';
import type * as z from 'zod';
import type { Meaning, MemberProfile } from '../activity.ts';

/** What the event itself says of something; the community is on its envelope. */
type Told<Part> = Omit<Part, 'communityId'>;

/** What is left out is none. */
export type ToldMeaning = {
  [Kind in Exclude<keyof Meaning, 'communityId'>]?: Told<Meaning[Kind][number]>[];
};

export type Mapped =
  | ({ kind: 'meaning' } & ToldMeaning)
  | { kind: 'profile'; profile: Told<MemberProfile> }
  | { kind: 'ignored'; reason: IgnoredReason }
  | { kind: 'unknown-shape'; issues: string[] };

/** One per event type we handle. */
export type EventMapper = (payload: Record<string, unknown>) => Mapped;

/** For what Whop names in one of two shapes, and did not. */
export function missing(path: string): Mapped {
  return { kind: 'unknown-shape', issues: [path] };
}

/** Paths only: a value could be somebody's words. */
export function unknownShape(error: z.ZodError): Mapped {
  return { kind: 'unknown-shape', issues: error.issues.map((issue) => issue.path.join('.')) };
}
