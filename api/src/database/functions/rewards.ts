import type { UpdateRewardRequest } from '@wee5/contract';
import type { Database } from '../port.ts';
import type { ClaimOutcome, RewardRow, SaveOutcome } from '../rows.ts';
import { PATIENT } from './patience.ts';

interface NamedReward {
  communityId: string;
  rewardId: string;
}

export function rewardFunctions(database: Database) {
  return {
    /**
     * The community's rewards by level and position; with a member, each in the state it has for them. Codes are in it
     * after the claim, and `toCreator`. Null for an unknown community.
     */
    getRewards(
      communityId: string,
      userId: string | null,
      toCreator = false,
    ): Promise<{ rewards: RewardRow[]; version: number } | null> {
      return database.call('get_rewards', {
        community_id: communityId,
        user_id: userId,
        to_creator: toCreator,
      });
    },

    /**
     * Adds a reward and unlocks it, as of `at` (else the database's now), for every member who already has the level.
     * Null for an unknown community.
     */
    createReward(
      reward: {
        communityId: string;
        levelRequirement: number;
        type: 'role' | 'badge' | 'custom';
        name: string;
        description?: string | null;
        imageUrl?: string | null;
        metadata?: Record<string, unknown>;
        position?: number;
      },
      at?: string,
    ): Promise<SaveOutcome | null> {
      return database.call('create_reward', { reward, at }, PATIENT);
    },

    /** Changes what is given; null for a reward that the community does not give. */
    updateReward(named: NamedReward, change: UpdateRewardRequest, at: string): Promise<SaveOutcome | null> {
      return database.call('update_reward', { ...namesOf(named), change, at }, PATIENT);
    },

    /** Deletes a reward, or archives one that somebody has; null for one that the community does not give. */
    deleteReward(named: NamedReward, at: string): Promise<{ outcome: 'deleted' | 'archived' } | null> {
      return database.call('delete_reward', { ...namesOf(named), at }, PATIENT);
    },

    /** Makes an unlocked badge or custom reward the member's, once; null for one that the community does not give. */
    claimReward(named: NamedReward, userId: string, at: string): Promise<ClaimOutcome | null> {
      return database.call('claim_reward', { ...namesOf(named), user_id: userId, at });
    },
  };
}

function namesOf({ communityId, rewardId }: NamedReward): Record<string, string> {
  return { community_id: communityId, reward_id: rewardId };
}
