import type { LevelDress, Rules } from '@wee5/contract';

/** One community's XP rules, as the database keeps them. */
export interface Configuration {
  communityId: string;
  /** Bumped by every save; an award computed with another version is refused. */
  version: number;
  chatXp: number;
  replyXp: number;
  reactionXp: number;
  cooldownSeconds: number;
  rules: Rules;
}

/** What a community starts with when its first verified event arrives. */
export interface CommunityDefaults {
  visibility: 'public' | 'members';
  /** `levelThresholds[n]` is the XP at which level `n + 1` begins; strictly increasing. */
  levelThresholds: number[];
}

export interface CommunityRow {
  communityId: string;
  name: string | null;
  visibility: 'public' | 'members' | 'private';
  theme: Record<string, unknown>;
  timeZone: string;
  levelThresholds: number[];
  /** Names and pictures of the levels that have one. */
  levels: LevelDress[];
  version: number;
}

/** What tells whether somebody who watches a community has missed something, and may go on watching. */
export type CommunityState = Pick<CommunityRow, 'communityId' | 'visibility' | 'version'>;
