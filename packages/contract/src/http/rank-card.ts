import * as z from 'zod';
import { memberSettingsSchema } from './member.ts';
import { httpUrlSchema, idSchema, levelSchema, timeSchema, versionSchema, xpSchema } from '../primitives.ts';

const nextEligible = timeSchema.nullable().describe('ISO 8601 in UTC; null for now');

/**
 * Per source, when it can earn again: after its cooldown, or after the day or week whose cap is used up; null means
 * now. Has a key for every source the community rewards, and always for chat, reply and reaction.
 */
export const nextEligibleAtSchema = z
  .object({ chat: nextEligible, reply: nextEligible, reaction: nextEligible })
  .catchall(nextEligible);
export type NextEligibleAt = z.infer<typeof nextEligibleAtSchema>;

/** `GET /communities/{communityId}/members/{userId}`: where one member stands. */
export const rankCardSchema = z.object({
  userId: idSchema.describe('A stand-in that leads nowhere where a pseudonym hides the member'),
  publicId: idSchema
    .optional()
    .describe(
      'The stand-in under which live events name a member with a pseudonym, for whoever may see both',
    ),
  username: z.string().nullable().describe('At Whop; null where it is not known or hidden'),
  displayName: z.string().nullable().describe('The name to show; null where none is known'),
  avatarUrl: httpUrlSchema.nullable().describe('A picture; null where there is none to show'),
  xp: xpSchema,
  level: levelSchema,
  levelName: z.string().nullable().describe('What the creator calls the level; null for its number alone'),
  levelXp: xpSchema.describe('The total XP at which the current level begins'),
  nextLevelXp: xpSchema.nullable().describe('The total XP at which the next level begins; null at the top'),
  progress: z.number().min(0).max(1).describe('The way from this level to the next; 1 at the top'),
  rank: z.int().min(1).nullable().describe('Null before any XP'),
  total: z.int().min(0).describe('How many members have a rank'),
  streakDays: z
    .int()
    .min(0)
    .describe('Days in a row with XP; a frozen day keeps the streak without counting'),
  streak: z
    .object({
      freezes: z.int().min(0).describe('Missed days the streak still survives'),
      frozenDays: z.int().min(0).describe('Days since the last activity that freezes hold the streak over'),
      endsAt: timeSchema.nullable().describe('Without XP before this moment it ends; null without a streak'),
    })
    .optional()
    .describe('How safe the streak is'),
  badgeUrl: httpUrlSchema.nullable().optional().describe("The current level's picture"),
  settings: memberSettingsSchema.optional().describe("On the reader's own card only"),
  lastActiveAt: timeSchema.nullable().describe('When they last earned, ISO 8601 in UTC; null before'),
  nextEligibleAt: nextEligibleAtSchema.describe('Per source, when it can earn again'),
  version: versionSchema,
});
export type RankCard = z.infer<typeof rankCardSchema>;
