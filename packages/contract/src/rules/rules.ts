import * as z from 'zod';
import { idSchema } from '../primitives.ts';
import { multiplierSchema } from './multiplier.ts';
import { refuseOverlaps } from './overlaps.ts';
import {
  chatRuleSchema,
  paymentRuleSchema,
  reactionRuleSchema,
  replyRuleSchema,
  sourceRuleSchema,
} from './source-rule.ts';

/** By source of Whop's. What is absent is as the plain columns say, or worth nothing. */
export const sourceRulesSchema = z.strictObject({
  chat: chatRuleSchema.optional(),
  reply: replyRuleSchema.optional(),
  reaction: reactionRuleSchema.optional(),
  reaction_received: sourceRuleSchema.optional(),
  lesson: sourceRuleSchema.optional(),
  membership: sourceRuleSchema.optional(),
  payment: paymentRuleSchema.optional(),
});
export type SourceRules = z.infer<typeof sourceRulesSchema>;

/** The creator's own sources by name: `webinar` is what the source `event.webinar` is worth. */
export const eventRulesSchema = z.record(
  z.string().regex(/^[a-z0-9_-]{1,50}$/, { message: 'must be of a-z, 0-9, _ and -, at most 50 characters' }),
  sourceRuleSchema,
);

/** How several multipliers that hold at once work together: the greatest alone, their gains added up, or all multiplied. */
export const stackingSchema = z.enum(['highest', 'additive', 'compound']);
export type Stacking = z.infer<typeof stackingSchema>;

/** Whose clock ends a day, how a missed day is forgiven. */
export const streakRulesSchema = z.strictObject({
  timeZone: z
    .enum(['community', 'member'])
    .default('member')
    .describe("`member`: by the member's own zone where they gave one"),
  graceHours: z
    .int()
    .min(0)
    .max(12)
    .default(0)
    .describe('What is done this long after midnight counts for the day before as well'),
  freezeEveryDays: z
    .int()
    .min(0)
    .max(365)
    .default(0)
    .describe('A freeze is earned each time the streak grows by so many days; 0 for none'),
  maxFreezes: z.int().min(1).max(30).default(2).describe('The most freezes a member holds'),
});
export type StreakRules = z.infer<typeof streakRulesSchema>;

/** What membership and payment XP are worth once the reason for them is gone. */
export const takeBackRulesSchema = z.strictObject({
  refund: z.enum(['take', 'keep']).default('take').describe('The refunded share of what a payment gave'),
  dispute: z
    .enum(['take', 'keep'])
    .default('take')
    .describe('What the payment gave, until the dispute is won'),
  deactivation: z.enum(['take', 'keep']).default('keep').describe('What the membership gave'),
});
export type TakeBackRules = z.infer<typeof takeBackRulesSchema>;

const capSchema = z.int().min(1).max(Number.MAX_SAFE_INTEGER);

/**
 * Everything of a community's configuration that its plain columns do not say. Empty is what a community starts with:
 * fixed XP, one cooldown, no cap, no multiplier.
 */
export const rulesSchema = z.strictObject({
  sources: sourceRulesSchema.prefault({}),
  events: eventRulesSchema.default({}),
  noXpExperiences: z.array(idSchema).max(500).default([]).describe('Where nothing is earned'),
  noXpMembers: z.array(idSchema).max(5000).default([]).describe('Who earns nothing'),
  multipliers: z.array(multiplierSchema).max(100).default([]).superRefine(refuseOverlaps),
  stacking: stackingSchema.default('compound'),
  maxMultiplier: z.number().min(1).max(1000).optional().describe('The most that multipliers make together'),
  dailyCap: capSchema.optional().describe("XP of all sources together per day of the community's time zone"),
  weeklyCap: capSchema.optional(),
  repeatReactions: z
    .strictObject({ withinDays: z.int().min(1).max(30).default(7) })
    .optional()
    .describe('The nth reaction of one giver to one receiver within these days is worth 1/n, to both'),
  streaks: streakRulesSchema.prefault({}),
  takeBack: takeBackRulesSchema.prefault({}),
});
export type Rules = z.infer<typeof rulesSchema>;
/** Rules as they may be sent: what is left out takes its default. */
export type RulesInput = z.input<typeof rulesSchema>;

/** The rules of a community that has never saved any. */
export const DEFAULT_RULES: Rules = rulesSchema.parse({});
