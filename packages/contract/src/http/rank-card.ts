import * as z from 'zod';
import { httpUrlSchema, idSchema, levelSchema, timeSchema, versionSchema, xpSchema } from '../primitives.ts';

const nextEligible = timeSchema.nullable();

/** Per source, when it can earn again; null means now. Has a key for every activity type. */
export const nextEligibleAtSchema = z.object({
  chat: nextEligible,
  reply: nextEligible,
  reaction: nextEligible,
});
export type NextEligibleAt = z.infer<typeof nextEligibleAtSchema>;

/** `GET /communities/{communityId}/members/{userId}`: where one member stands. */
export const rankCardSchema = z.object({
  userId: idSchema,
  username: z.string().nullable(),
  displayName: z.string().nullable(),
  avatarUrl: httpUrlSchema.nullable(),
  xp: xpSchema,
  level: levelSchema,
  levelName: z.string().nullable(),
  levelXp: xpSchema.describe('The total XP at which the current level begins'),
  nextLevelXp: xpSchema.nullable().describe('The total XP at which the next level begins; null at the top'),
  progress: z.number().min(0).max(1).describe('The way from this level to the next; 1 at the top'),
  rank: z.int().min(1).nullable().describe('Null before any XP'),
  total: z.int().min(0).describe('How many members have a rank'),
  streakDays: z.int().min(0),
  lastActiveAt: timeSchema.nullable(),
  nextEligibleAt: nextEligibleAtSchema,
  version: versionSchema,
});
export type RankCard = z.infer<typeof rankCardSchema>;
