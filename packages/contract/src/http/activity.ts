import * as z from 'zod';
import { entryTypeSchema, refusalSchema } from '../activity.ts';
import { idSchema, timeSchema, versionSchema } from '../primitives.ts';
import { entryReceiptSchema, receiptSchema } from '../rules/index.ts';

/** One entry of the log: XP that were earned, refused, given or taken, with the reason. */
export const activityEntrySchema = z.object({
  activityId: z.guid().describe('A UUID'),
  type: entryTypeSchema,
  xp: z.int().describe('Negative for what was taken'),
  at: timeSchema.describe('When it happened'),
  recordedAt: timeSchema.describe('When it was booked'),
  refusal: refusalSchema.nullable().describe('Why it earned nothing; null for what counted'),
  summary: z.string().describe('In words: `+18 = 12 × 1.5 weekend`'),
  receipt: z.union([receiptSchema, entryReceiptSchema]).describe('How the XP came about, step by step'),
});
export type ActivityEntry = z.infer<typeof activityEntrySchema>;

/** `GET /communities/{communityId}/members/me/activity`, newest first. */
export const memberActivitySchema = z.object({
  entries: z.array(activityEntrySchema).describe('Newest first'),
  nextCursor: z.string().nullable().describe('Null after the last page'),
  version: versionSchema,
});
export type MemberActivity = z.infer<typeof memberActivitySchema>;

/** `GET /communities/{communityId}/activity`: everybody's, for the creator. */
export const communityActivitySchema = z.object({
  entries: z.array(activityEntrySchema.extend({ userId: idSchema, displayName: z.string().nullable() })),
  nextCursor: z.string().nullable().describe('With `type` a page may be short, even empty, and still go on'),
});
export type CommunityActivity = z.infer<typeof communityActivitySchema>;

export const activityQuerySchema = z.object({
  limit: z.coerce.number<string | number | undefined>().int().min(1).max(100).default(50),
  cursor: z.string().min(1).max(500).optional(),
});
export const communityActivityQuerySchema = activityQuerySchema.extend({
  type: entryTypeSchema.optional(),
  userId: idSchema.optional(),
});
