import type { CommunityLevel, MemberChange } from '../../contract.ts';
import type { View, ViewData } from '../../types.ts';

/** One step of the community, from a version to a later one. */
export interface Change {
  readonly after: number;
  readonly version: number;
  /** What became of the members who may be seen; null where that was not told. */
  readonly members: readonly MemberChange[] | null;
  /** More than XP may have changed. */
  readonly everything: boolean;
}

/**
 * Whether a view has to be loaded again: at once, since what is shown may be wrong; or some time, since a detail may
 * be (how many members there are).
 */
export type Need = 'nothing' | 'soon' | 'later';

/** What is known beside the view. */
export interface Context {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A member's XP as of the change before, where an earlier change told it. */
  readonly xpBefore: (userId: string) => number | undefined;
  /** The community's levels, where they are loaded. */
  readonly levels: () => readonly CommunityLevel[] | undefined;
}

/** A view brought as far as its change tells; `data` is the same object where nothing is known to have changed. */
export interface Outcome<Kind extends View['kind']> {
  data: ViewData[Kind];
  need: Need;
}

/** The id under which changes name a member: with a pseudonym it is another than members of the community see. */
export function liveId({ userId, publicId }: { userId: string; publicId?: string | undefined }): string {
  return publicId ?? userId;
}

/** The more urgent of needs. */
export function most(...needs: Need[]): Need {
  return needs.includes('soon') ? 'soon' : needs.includes('later') ? 'later' : 'nothing';
}

/** Whether a member, now with `xp`, may have come to stand above `line` or below it; equal totals share a rank. */
export function mayHaveCrossed(line: number, xp: number, before: number | undefined): boolean {
  if (xp > line) return before === undefined || before <= line;
  return before !== undefined && before > line;
}

/** Whether how many have XP may be another: for who comes or goes, and for who was not heard of before. */
export function mayChangeTotal(xp: number, before: number | undefined): boolean {
  return before === undefined || before > 0 !== xp > 0;
}
