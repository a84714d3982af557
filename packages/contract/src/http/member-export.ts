import * as z from 'zod';
import { httpUrlSchema, idSchema, levelSchema, timeSchema, xpSchema } from '../primitives.ts';
import { activityEntrySchema } from './activity.ts';
import { memberSettingsSchema } from './member.ts';
import { rewardSchema } from './reward.ts';

/** An entry of the log with what its worth depended on. */
export const exportedEntrySchema = activityEntrySchema.extend({
  facts: z.record(z.string(), z.unknown()).describe('What the rules looked at: experience, length, amount'),
});

/**
 * `GET /communities/{communityId}/members/{userId}/export` and `/members/me/export`: everything that is kept about one
 * member of one community, as one document. Other members are not named in it.
 */
export const memberExportSchema = z.object({
  communityId: idSchema,
  exportedAt: timeSchema,
  profile: z.object({
    userId: idSchema,
    username: z.string().nullable(),
    displayName: z.string().nullable(),
    avatarUrl: httpUrlSchema.nullable(),
    namedAt: timeSchema.nullable().describe('As of when the name is known'),
    fetchedAt: timeSchema.nullable().describe('When Whop last told the whole profile'),
  }),
  settings: memberSettingsSchema.extend({
    publicId: z.string().nullable().describe('What stands for the id wherever the pseudonym is shown'),
  }),
  totals: z.object({
    xp: xpSchema,
    level: levelSchema,
    peakXp: xpSchema.describe('The highest total since the last reset'),
    excluded: z.boolean(),
    reachedAt: timeSchema.nullable(),
    lastActiveAt: timeSchema.nullable(),
    joinedAt: timeSchema.nullable(),
    knownSince: timeSchema,
    effortBanks: z.record(z.string(), z.unknown()),
  }),
  periods: z.array(
    z.object({
      kind: z.enum(['day', 'week', 'month']),
      startsOn: z.iso.date(),
      timeZone: z.string(),
      xp: xpSchema,
      reachedAt: timeSchema,
    }),
  ),
  streakDays: z.array(z.iso.date()),
  rewards: z.array(
    rewardSchema
      .pick({ rewardId: true, type: true, name: true, state: true, claimedAt: true })
      .extend({ unlockedAt: timeSchema }),
  ),
  memberships: z.array(
    z.object({
      membershipId: z.string(),
      productId: z.string().nullable(),
      active: z.boolean(),
      activatedAt: timeSchema.nullable(),
      deactivatedAt: timeSchema.nullable(),
    }),
  ),
  flags: z
    .array(
      z.object({
        kind: z.enum(['burst', 'reciprocal']),
        day: z.iso.date(),
        foundAt: timeSchema,
        dismissedAt: timeSchema.nullable(),
      }),
    )
    .describe('Signs of farming that name the member'),
  log: z.array(exportedEntrySchema).describe('Newest first'),
});
export type MemberExport = z.infer<typeof memberExportSchema>;
