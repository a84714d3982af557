import * as z from 'zod';
import { httpUrlSchema, idSchema, levelSchema, timeSchema, versionSchema, xpSchema } from '../primitives.ts';
import { timeZoneSchema } from './config.ts';
import { memberVisibilitySchema } from './visibility.ts';

/** Something to see, and nothing that changes how its surroundings are read. */
const printable =
  /^(?=.*[\p{L}\p{N}\p{P}\p{S}])[^\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]+$/u;

/** `PATCH /communities/{communityId}/members/me`: what a member decides about themselves. The answer is their card. */
export const updateMeRequestSchema = z
  .strictObject({
    visibility: memberVisibilitySchema.optional().describe('Who sees them'),
    pseudonym: z
      .string()
      .trim()
      .min(1)
      .max(40)
      .regex(printable, { message: 'must be a name one can read, without control characters' })
      .nullable()
      .optional()
      .describe('The name on public boards, without a picture; null for their own'),
    announcements: z.boolean().optional().describe('Whether level-ups may be announced to others'),
    timeZone: timeZoneSchema.nullable().optional().describe("For the streak; null for the community's"),
  })
  .refine((settings) => Object.keys(settings).length > 0, { message: 'Give at least one setting' });
export type UpdateMeRequest = z.infer<typeof updateMeRequestSchema>;

/** A member's own settings, on their own card. */
export const memberSettingsSchema = z.object({
  visibility: memberVisibilitySchema.describe('Who sees them'),
  pseudonym: z.string().nullable().describe('The name on public boards; null for their own'),
  announcements: z.boolean().describe('Whether level-ups may be announced to others'),
  timeZone: z.string().nullable().describe("For the streak; null for the community's"),
});
export type MemberSettings = z.infer<typeof memberSettingsSchema>;

/** A member as the creator sees them. */
export const memberEntrySchema = z.object({
  userId: idSchema,
  username: z.string().nullable(),
  displayName: z.string().nullable(),
  avatarUrl: httpUrlSchema.nullable(),
  xp: xpSchema,
  level: levelSchema,
  rank: z.int().min(1).nullable(),
  excluded: z.boolean().describe('Left out of every board by the creator'),
  visibility: memberVisibilitySchema,
  pseudonym: z.string().nullable(),
  joinedAt: timeSchema.nullable(),
  lastActiveAt: timeSchema.nullable(),
});
export type MemberEntry = z.infer<typeof memberEntrySchema>;

/** `GET /communities/{communityId}/members?query=&cursor=`, by name or id; most XP first. */
export const membersSchema = z.object({
  members: z.array(memberEntrySchema),
  nextCursor: z.string().nullable(),
  total: z.int().min(0).describe('How many members match'),
});
export type Members = z.infer<typeof membersSchema>;

export const membersQuerySchema = z.object({
  query: z.string().trim().min(1).max(100).optional().describe('Part of a name, or a whole user id'),
  excluded: z.enum(['true', 'false']).optional(),
  limit: z.coerce.number<string | number | undefined>().int().min(1).max(100).default(50),
  cursor: z.string().min(1).max(500).optional(),
});

const reasonSchema = z.string().trim().min(1).max(200);

/**
 * `POST /communities/{communityId}/members/{userId}/xp`: gives, takes (a negative amount) or sets. Any Whop user id will
 * do: whoever did nothing in this community yet becomes a member by it. An idempotency key counts once per community.
 */
export const adjustXpRequestSchema = z.union(
  [
    z.strictObject({
      amount: z
        .int()
        .refine((amount) => amount !== 0, { message: 'must not be 0' })
        .describe('Negative to take; nobody falls below 0'),
      reason: reasonSchema,
      idempotencyKey: z.string().min(1).max(200).optional(),
    }),
    z.strictObject({
      set: xpSchema,
      reason: reasonSchema,
      idempotencyKey: z.string().min(1).max(200).optional(),
    }),
  ],
  { error: 'Give a `reason`, and either `amount` or `set` in whole XP' },
);
export type AdjustXpRequest = z.infer<typeof adjustXpRequestSchema>;

/** What an adjustment changed. */
export const adjustedXpSchema = z.object({
  status: z.enum(['accepted', 'duplicate']),
  userId: idSchema,
  change: z.int().describe('What the total moved by; less than asked where it would have fallen below 0'),
  xp: xpSchema,
  level: levelSchema,
  previousLevel: levelSchema,
  version: versionSchema,
});
export type AdjustedXp = z.infer<typeof adjustedXpSchema>;

/** `PATCH /communities/{communityId}/members/{userId}` */
export const updateMemberRequestSchema = z.strictObject({ excluded: z.boolean() });

/** `POST /communities/{communityId}/reset` and `/members/{userId}/reset` */
export const resetRequestSchema = z.strictObject({ reason: reasonSchema });

/** A reset: totals put to 0. Windows go on, and begin anew by themselves. */
export const resetSchema = z.object({
  resetId: z.guid(),
  userId: idSchema.nullable().describe("Null for everybody's"),
  reason: z.string().nullable(),
  madeBy: z.string().nullable(),
  madeAt: timeSchema,
  undoableUntil: timeSchema.describe('30 days later'),
  members: z.int().describe('Whose total it put to 0'),
  xp: z.int().describe('How much they had together'),
  undoneAt: timeSchema.nullable(),
  undoneBy: z.string().nullable(),
});
export type Reset = z.infer<typeof resetSchema>;

/** `GET /communities/{communityId}/resets`, newest first. */
export const resetsSchema = z.object({ resets: z.array(resetSchema) });
