import * as z from 'zod';
import { MAX_TOP_LEVEL } from '../curves/index.ts';
import { httpUrlSchema, levelSchema, timeSchema, versionSchema } from '../primitives.ts';

/** A reward's id: a UUID of any version. */
export const rewardIdSchema = z.guid();

/** What a reward is; all but `custom` are shown in a way of their own. */
export const rewardTypeSchema = z.enum(['role', 'badge', 'custom']);
export type RewardType = z.infer<typeof rewardTypeSchema>;

const hexColorSchema = z.string().regex(/^#[0-9a-f]{6}$/i, { message: 'must be a colour such as #ff8800' });

/** What each type of reward says beside its name; a key it does not know is refused. */
export const rewardMetadataSchemas = {
  role: z.strictObject({
    roleName: z.string().min(1).max(60).optional(),
    productId: z.string().min(1).max(200).optional().describe('The Whop product that carries the role'),
    url: httpUrlSchema.max(2000).optional().describe('Where the member gets it'),
  }),
  badge: z.strictObject({
    color: hexColorSchema.optional(),
    icon: z.string().min(1).max(16).optional().describe('An emoji'),
  }),
  custom: z.strictObject({
    instructions: z.string().min(1).max(2000).optional().describe('What the member does once it is theirs'),
    url: httpUrlSchema.max(2000).optional(),
    code: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('Shown to the member after the claim, to nobody before'),
    data: z
      .record(z.string().max(60), z.union([z.string().max(500), z.number(), z.boolean(), z.null()]))
      .optional(),
  }),
} as const;

const rewardFields = {
  levelRequirement: levelSchema.max(MAX_TOP_LEVEL),
  name: z.string().trim().min(1).max(200),
  description: z.string().max(1000).nullable().default(null),
  imageUrl: httpUrlSchema.max(2000).nullable().default(null),
  position: z.int().min(0).max(10_000).default(0).describe('Order among the rewards of one level'),
};

/** `POST /communities/{communityId}/rewards`: members who have the level get it at once. */
export const createRewardRequestSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('role'),
    ...rewardFields,
    metadata: rewardMetadataSchemas.role.prefault({}),
  }),
  z.strictObject({
    type: z.literal('badge'),
    ...rewardFields,
    metadata: rewardMetadataSchemas.badge.prefault({}),
  }),
  z.strictObject({
    type: z.literal('custom'),
    ...rewardFields,
    metadata: rewardMetadataSchemas.custom.prefault({}),
  }),
]);
export type CreateRewardRequest = z.infer<typeof createRewardRequestSchema>;

/**
 * `PATCH /communities/{communityId}/rewards/{rewardId}`: what is left out stays. The type stays for good; `metadata` is
 * replaced whole and checked by that type.
 */
export const updateRewardRequestSchema = z
  .strictObject({
    levelRequirement: rewardFields.levelRequirement,
    name: rewardFields.name,
    description: z.string().max(1000).nullable(),
    imageUrl: httpUrlSchema.max(2000).nullable(),
    position: z.int().min(0).max(10_000),
    metadata: z.record(z.string(), z.unknown()),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, { message: 'Give at least one change' });
export type UpdateRewardRequest = z.infer<typeof updateRewardRequestSchema>;

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
  rewardId: rewardIdSchema.describe('A UUID'),
  levelRequirement: levelSchema.describe('The level that gives it'),
  type: rewardTypeSchema.describe('`role` at Whop, `badge` to show, or `custom` with instructions or a code'),
  name: z.string().min(1).describe('What the creator calls it'),
  description: z.string().nullable().describe('In the words of the creator; null where there are none'),
  imageUrl: httpUrlSchema.nullable().describe('A picture; null where there is none'),
  metadata: z.record(z.string(), z.unknown()).describe('By type; a code only after the claim'),
  state: rewardStateSchema.nullable().describe('Null for a reader without a member token'),
  unlockedAt: timeSchema.nullable().describe('ISO 8601 in UTC; null before'),
  claimedAt: timeSchema.nullable().describe('ISO 8601 in UTC; null before'),
  position: z.int().min(0).optional().describe('Order among the rewards of one level'),
});
export type Reward = z.infer<typeof rewardSchema>;

/** The answer to a reward that was created or changed, in no member's state, and how many members got it by that. */
export const savedRewardSchema = z.object({ reward: rewardSchema, unlocked: z.int().min(0) });
export type SavedReward = z.infer<typeof savedRewardSchema>;

/** `GET /communities/{communityId}/rewards`, by level. */
export const rewardsSchema = z.object({
  rewards: z.array(rewardSchema).describe('By level'),
  version: versionSchema,
});
export type Rewards = z.infer<typeof rewardsSchema>;
