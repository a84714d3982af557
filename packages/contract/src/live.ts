import * as z from 'zod';
import { rewardSchema } from './http/reward.ts';
import { idSchema, levelSchema, versionSchema, xpSchema } from './primitives.ts';

/** What changed about one member. */
export const memberChangeSchema = z.object({ userId: idSchema, xp: xpSchema, level: levelSchema });
export type MemberChange = z.infer<typeof memberChangeSchema>;

/**
 * One commit's changes to a community, without members who are not public. A burst of commits may be told as one,
 * with the last word about each member.
 */
export const communityChangedSchema = z.object({
  version: versionSchema,
  after: versionSchema
    .optional()
    .describe(
      'Tells everything since this version; absent where that is `version - 1`. A greater one than yours is a gap',
    ),
  changed: z
    .array(memberChangeSchema)
    .optional()
    .describe('Absent where the list was too long for one message: load the snapshot again'),
});
export type CommunityChanged = z.infer<typeof communityChangedSchema>;

/** A change of a member who is not public, heard by that member alone. */
export const memberChangedSchema = memberChangeSchema.extend({ version: versionSchema });
export type MemberChanged = z.infer<typeof memberChangedSchema>;

/** A member reached a new level; several levels at once are one event. */
export const memberLeveledUpSchema = z.object({
  version: versionSchema,
  userId: idSchema,
  xp: xpSchema,
  level: levelSchema,
  previousLevel: levelSchema,
});
export type MemberLeveledUp = z.infer<typeof memberLeveledUpSchema>;

/** A reward that has just become the member's; each comes once. */
export const rewardUnlockedSchema = z.object({
  version: versionSchema,
  userId: idSchema,
  reward: rewardSchema.describe('In the state it has for them now'),
});
export type RewardUnlocked = z.infer<typeof rewardUnlockedSchema>;

/** A reward whose state changed for the member, for instance because they claimed it. */
export const rewardUpdatedSchema = rewardUnlockedSchema;
export type RewardUpdated = z.infer<typeof rewardUpdatedSchema>;

/** The community's settings changed: load them again. */
export const communityUpdatedSchema = z.object({ version: versionSchema });
export type CommunityUpdated = z.infer<typeof communityUpdatedSchema>;

/**
 * The first event of every stream, `hello`: where the community stands. A snapshot with a smaller version has to be
 * loaded again.
 */
export const liveHelloSchema = z.object({ version: versionSchema });
export type LiveHello = z.infer<typeof liveHelloSchema>;

/**
 * Every live event by name; the names and payloads are the same on both transports. Each payload carries the
 * community's `version`, so an older one can be dropped and a gap be seen.
 */
export const liveEventSchemas = {
  'community.changed': communityChangedSchema,
  'member.changed': memberChangedSchema,
  'member.leveled_up': memberLeveledUpSchema,
  'reward.unlocked': rewardUnlockedSchema,
  'reward.updated': rewardUpdatedSchema,
  'community.updated': communityUpdatedSchema,
} as const;

/** The name of a live event. */
export type LiveEventName = keyof typeof liveEventSchemas;

/** The payload of each live event. */
export type LiveEvents = { [Name in LiveEventName]: z.infer<(typeof liveEventSchemas)[Name]> };
