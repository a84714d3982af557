import * as z from 'zod';
import { curveProblem, curveSchema } from '../curve-schema.ts';
import { MAX_TOP_LEVEL } from '../curves/index.ts';
import { httpUrlSchema, idSchema, levelSchema, timeSchema, xpSchema } from '../primitives.ts';
import { rulesSchema } from '../rules/index.ts';
import { themeSchema } from './theme.ts';
import { communityVisibilitySchema } from './visibility.ts';

const xpPerActivitySchema = z.int().min(0).max(1_000_000);

/** A name and a picture for a level; levels without either need none. */
export const levelDressSchema = z.strictObject({
  level: levelSchema,
  name: z.string().min(1).max(60).nullable().default(null),
  badgeUrl: httpUrlSchema.max(2000).nullable().default(null),
});
export type LevelDress = z.infer<typeof levelDressSchema>;

const topLevelSchema = z.int().min(1).max(MAX_TOP_LEVEL);

const demotionSchema = z.enum(['follow', 'keep']);

/** A zone of the IANA database, as the browser and Postgres know it. */
export const timeZoneSchema = z
  .string()
  .max(64)
  .refine(isTimeZone, { message: 'must be a time zone such as Europe/Lisbon or UTC' });

/** Everything a creator decides about their community, whole. */
export const configDocumentSchema = z
  .strictObject({
    name: z.string().min(1).max(100).nullable(),
    visibility: communityVisibilitySchema,
    timeZone: timeZoneSchema.describe('A change begins with the next day, week and month'),
    theme: themeSchema,
    chatXp: xpPerActivitySchema,
    replyXp: xpPerActivitySchema,
    reactionXp: xpPerActivitySchema.describe('For the member who reacts'),
    cooldownSeconds: z
      .int()
      .min(0)
      .max(604_800)
      .describe('Of chat, replies and reactions, unless a rule says otherwise'),
    curve: curveSchema,
    topLevel: topLevelSchema,
    levels: z.array(levelDressSchema).max(MAX_TOP_LEVEL),
    demotion: demotionSchema.describe(
      '`keep`: a level once reached stays; `follow`: it follows the total down',
    ),
    rules: rulesSchema,
  })
  .superRefine((document, context) => {
    const { curve, topLevel } = document;
    // A top level that is not possible was said to be that already.
    const problem = topLevelSchema.safeParse(topLevel).success ? curveProblem(curve, topLevel) : null;
    if (problem) context.addIssue({ code: 'custom', path: ['curve'], message: problem });
    const seen = new Set<number>();
    document.levels.forEach(({ level }, index) => {
      if (seen.has(level)) {
        context.addIssue({
          code: 'custom',
          path: ['levels', index, 'level'],
          message: `is named twice: ${level}`,
        });
      }
      if (level > document.topLevel) {
        const message = `is above the top level ${document.topLevel}`;
        context.addIssue({ code: 'custom', path: ['levels', index, 'level'], message });
      }
      seen.add(level);
    });
  });
export type ConfigDocument = z.infer<typeof configDocumentSchema>;

/** How long the way is at one eligible message a minute. */
export const levelPaceSchema = z.object({
  level: levelSchema,
  xp: xpSchema,
  hours: z.number().describe('Hours of activity, at one awarded message a minute'),
});

/** What the last check of totals, periods and levels against the log found. */
export const integritySchema = z.object({
  checkedAt: timeSchema,
  ok: z.boolean(),
  members: z.int().describe('How many members were compared'),
  mismatches: z.array(
    z.object({ userId: idSchema, what: z.string(), stored: z.unknown(), fromLog: z.unknown() }),
  ),
});
export type Integrity = z.infer<typeof integritySchema>;

const savedSchema = z.object({
  version: z.int().min(1),
  savedAt: timeSchema,
  savedBy: z
    .string()
    .nullable()
    .describe('A Whop user id, `key:{id}`, or null for what the community began with'),
});

/** `GET /communities/{communityId}/config` */
export const configSchema = z.object({
  communityId: idSchema,
  ...savedSchema.shape,
  ...configDocumentSchema.shape,
  pace: z.array(levelPaceSchema).describe('For levels 1, 5, 10, 20, 50 and the top'),
  levelsPending: z
    .boolean()
    .describe('Whether stored levels are still being recomputed after a changed curve'),
  integrity: integritySchema.nullable().describe('Null before the first check'),
});
export type Config = z.infer<typeof configSchema>;

/**
 * `PUT /communities/{communityId}/config`: what is left out stays as it is; `rules`, `levels`, `curve` and `theme` are
 * replaced whole. `version` is the one that was edited: if somebody saved in between, the answer is
 * `409 version-conflict`.
 */
export const saveConfigRequestSchema = z.looseObject({ version: z.int().min(1) });

/** `GET /communities/{communityId}/config/versions`, newest first. */
export const configVersionsSchema = z.object({
  versions: z.array(savedSchema.extend({ restoredFrom: z.int().nullable(), document: configDocumentSchema })),
  nextCursor: z.string().nullable(),
});
export type ConfigVersions = z.infer<typeof configVersionsSchema>;

export const configVersionsQuerySchema = z.object({
  cursor: z.coerce.number<string | number | undefined>().int().min(1).optional(),
  limit: z.coerce.number<string | number | undefined>().int().min(1).max(50).default(20),
});

/** `POST /communities/{communityId}/config/rollback`: saves an earlier version again, as a new one. */
export const rollbackRequestSchema = z.strictObject({ version: z.int().min(1), to: z.int().min(1) });

const moverSchema = z.object({
  userId: idSchema,
  displayName: z.string().nullable(),
  username: z.string().nullable(),
  xpBefore: xpSchema,
  xpAfter: xpSchema,
  levelBefore: levelSchema,
  levelAfter: levelSchema,
  rankBefore: z.int().nullable(),
  rankAfter: z.int().nullable(),
});

/**
 * What a preview takes: as `PUT /communities/{communityId}/config`, but `version` may be left out. With it, a preview of
 * what somebody else has changed meanwhile is refused as the save would be.
 */
export const previewConfigRequestSchema = z.looseObject({ version: z.int().min(1).optional() });

/**
 * `POST /communities/{communityId}/config/preview`: nothing is written. `atOnce` is what saving does the moment it is
 * saved (a curve moves levels, and levels unlock rewards); `replay` is where members would stand had the last 30 days
 * been played by these rules.
 */
export const previewSchema = z.object({
  communityId: idSchema,
  basedOnVersion: z.int(),
  atOnce: z.object({
    levels: z
      .array(z.object({ level: levelSchema, before: z.int(), after: z.int() }))
      .describe('Members per level'),
    up: z.int().describe('Members whose level rises'),
    down: z.int(),
    rewards: z.int().describe('How many rewards unlock'),
  }),
  replay: z.object({
    from: timeSchema,
    to: timeSchema,
    complete: z
      .boolean()
      .describe('False where there were too many: only what happened from `from` on was replayed'),
    activities: z.int().describe('How many were replayed; what a cooldown refused early was never booked'),
    xpBefore: z.int().describe('What was earned in this time'),
    xpAfter: z.int(),
    levels: z.array(z.object({ level: levelSchema, before: z.int(), after: z.int() })),
    up: z.int(),
    down: z.int(),
    rewards: z.int(),
    movers: z.array(moverSchema).max(50).describe('Who moves most, by rank and then XP'),
  }),
});
export type Preview = z.infer<typeof previewSchema>;

function isTimeZone(zone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone });
    // An offset such as +02:00 has no summer: Postgres reads it with the opposite sign.
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}

/** In bytes as JSON; without end for what is nested too deep for that. */
