import * as z from 'zod';
import { httpUrlSchema, idSchema, levelSchema, timeSchema, versionSchema, xpSchema } from '../primitives.ts';
import { windowKindSchema } from './window.ts';

/** One member's place on a leaderboard. */
export const leaderboardEntrySchema = z.object({
  rank: z.int().min(1).describe('1-2-2-4; inside a tie, whoever reached the total first comes first'),
  userId: idSchema.describe('A stand-in that leads nowhere where a pseudonym hides the member'),
  username: z.string().nullable().describe('At Whop; null where it is not known or hidden'),
  displayName: z.string().nullable().describe('The name to show; null where none is known'),
  avatarUrl: httpUrlSchema.nullable().describe('A picture; null where there is none to show'),
  xp: xpSchema.describe("XP earned within the leaderboard's window"),
  level: levelSchema,
  publicId: idSchema
    .optional()
    .describe(
      'The stand-in under which live events name a member with a pseudonym, for whoever may see both',
    ),
  gain: z.int().optional().describe("On the board of climbers: this week's XP less last week's"),
});
export type LeaderboardEntry = z.infer<typeof leaderboardEntrySchema>;

/**
 * Who stands on a board: everybody by XP (`top`), members who joined less than 30 days ago (`newcomers`), or whoever
 * gained on their own last week, by how much (`climbers`, of a week).
 */
export const boardKindSchema = z.enum(['top', 'newcomers', 'climbers']);
export type BoardKind = z.infer<typeof boardKindSchema>;

/** `GET /communities/{communityId}/leaderboard`: one page of it. */
export const leaderboardSchema = z.object({
  communityId: idSchema,
  board: boardKindSchema.optional().describe('Who stands on it'),
  window: z
    .object({
      kind: windowKindSchema.describe('What XP are counted over'),
      startsAt: timeSchema.nullable().describe('Null for all time'),
      endsAt: timeSchema.nullable().describe('Null for all time'),
    })
    .describe('From when to when'),
  total: z.int().min(0).describe('How many members are on the whole leaderboard'),
  entries: z.array(leaderboardEntrySchema).describe('By rank, the first place first'),
  me: leaderboardEntrySchema.nullable().describe("The reader's own place; null without a member token or XP"),
  nextCursor: z.string().nullable().describe('Null after the last page'),
  version: versionSchema,
});
export type Leaderboard = z.infer<typeof leaderboardSchema>;

/** The query string of a leaderboard; numbers come as text. */
export const leaderboardQuerySchema = z.object({
  board: boardKindSchema.default('top'),
  window: windowKindSchema.optional().describe('`all` unless given; a board of climbers is of a week'),
  at: z
    .union([z.iso.date(), timeSchema])
    .refine((at) => /^2\d{3}/.test(at), { message: 'must lie in the years 2000 to 2999' })
    .optional()
    .describe('A past window: a day in it, or an instant. Now unless given'),
  limit: z.coerce.number<string | number | undefined>().int().min(1).max(100).default(50),
  cursor: z.string().min(1).max(500).optional().describe("A former page's `nextCursor`"),
  around: idSchema.optional().describe('`me` or a user id: the page around that member'),
});
export type LeaderboardQuery = z.infer<typeof leaderboardQuerySchema>;
