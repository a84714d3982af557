import * as z from 'zod';
import { httpUrlSchema, levelSchema, timeSchema, versionSchema } from '../primitives.ts';

/** A reward's id: a UUID of any version. */
export const rewardIdSchema = z.guid();

/** What a reward is; all but `custom` are shown in a way of their own. */
export const rewardTypeSchema = z.enum(['role', 'badge', 'custom']);
export type RewardType = z.infer<typeof rewardTypeSchema>;

/** How far a reward has come for one member. */
export const rewardStateSchema = z.enum([
  'locked',
  'unlocked',
  'claimed',
  'fulfilling',
  'fulfilled',
  'failed',
  'unknown',
  'expired',
  'revoked',
]);
export type RewardState = z.infer<typeof rewardStateSchema>;

/** What a level gives; with a member token, in the state it has for that member. */
export const rewardSchema = z.object({
  rewardId: rewardIdSchema,
  levelRequirement: levelSchema,
  type: rewardTypeSchema,
  name: z.string().min(1),
  description: z.string().nullable(),
  imageUrl: httpUrlSchema.nullable(),
  metadata: z.record(z.string(), z.unknown()),
  state: rewardStateSchema.nullable().describe('Null for a reader without a member token'),
  unlockedAt: timeSchema.nullable(),
  claimedAt: timeSchema.nullable(),
});
export type Reward = z.infer<typeof rewardSchema>;

/** `GET /communities/{communityId}/rewards`, by level. */
export const rewardsSchema = z.object({ rewards: z.array(rewardSchema), version: versionSchema });
export type Rewards = z.infer<typeof rewardsSchema>;
