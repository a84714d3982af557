import type { RewardState } from '@wee5/contract';

export interface RewardRow {
  rewardId: string;
  levelRequirement: number;
  type: 'role' | 'badge' | 'custom';
  name: string;
  description: string | null;
  imageUrl: string | null;
  /** With the `code` only after the claim, and for the creator. */
  metadata: Record<string, unknown>;
  state: RewardState;
  unlockedAt: string | null;
  claimedAt: string | null;
  position: number;
}

/** What came of saving a reward; `unlocked` is how many members got it by that. */
export type SaveOutcome =
  | { outcome: 'saved'; rewardId: string; reward: RewardRow; unlocked: number }
  | { outcome: 'above-top-level'; topLevel: number };

/** What came of a claim. */
export type ClaimOutcome =
  | { outcome: 'claimed'; reward: RewardRow }
  | { outcome: 'role' }
  /** `xpLeft` is null for level 0, and for a level that the curve no longer has. */
  | { outcome: 'locked'; levelRequirement: number; level: number; xpLeft: number | null }
  | { outcome: 'taken'; state: RewardState; claimedAt: string | null };
