import * as z from 'zod';
import { activityTypeSchema } from '../activity.ts';
import { timeSchema, xpSchema } from '../primitives.ts';

/**
 * Why an activity was worth what it was worth, or nothing. `xp = round((base + bonus) × multiplier / repeat)`, then no
 * more than the cap or the bank leaves.
 */
export const receiptSchema = z.object({
  rule: activityTypeSchema.describe('The source whose rule it was'),
  configVersion: z.int().min(1).describe('The version of the rules that counted'),
  base: z.int().min(0).describe('XP before anything multiplied or limited them'),
  range: z
    .object({ min: z.int().describe('The least'), max: z.int().describe('The most') })
    .optional()
    .describe('Where the base was drawn from'),
  bonus: z
    .object({ name: z.string().describe('What it is for'), xp: z.int().describe('How much it adds') })
    .optional()
    .describe('Added to the base: `newcomer`'),
  multipliers: z
    .array(
      z.object({
        name: z.string().describe('What it is for'),
        factor: z.number().describe('1.5 for half as much again'),
      }),
    )
    .describe('In the order of the rules'),
  multiplier: z
    .number()
    .optional()
    .describe('What they make together, after stacking and its limit; absent for 1'),
  repeat: z.int().min(2).optional().describe('The how-manieth reaction to the same member it was'),
  cap: z
    .object({
      of: z.enum(['source', 'all']).describe('What it limits: this source, or all together'),
      period: z.enum(['day', 'week']).describe('What it limits them over'),
      limit: z.int().describe('In XP'),
      left: z.int().describe('What was left of it before this activity'),
    })
    .optional()
    .describe('The cap that took something away'),
  bank: z
    .object({
      capacity: z.int().describe('The most it holds, in XP'),
      left: z.int().describe('What it held before this activity'),
    })
    .optional()
    .describe('The effort bank that took something away'),
  cooldownLeft: z
    .int()
    .min(1)
    .optional()
    .describe('Seconds until the source could earn, with `cooldown` only'),
  eligibleAt: timeSchema.optional().describe('When it could, with `cooldown` only'),
  minLength: z.int().optional().describe('With `too-short` only'),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** Why a total changed without an activity. */
export const entryReceiptSchema = z.object({
  reason: z.string().nullable().describe("The creator's words, or `refund`, `dispute`, `deactivation`"),
  by: z.string().nullable().optional().describe('Who did it: a Whop user id, or `key:{id}`'),
  of: z.string().optional().describe('What a reversal takes back, by its source: `payment`, `membership`'),
  share: z.number().optional().describe('The part of it that is taken back by now, 0 to 1'),
  resetId: z.guid().optional().describe('Of a reset and of its undoing'),
  peak: xpSchema.optional().describe('The highest total before a reset; what undoing it brings back'),
});
export type EntryReceipt = z.infer<typeof entryReceiptSchema>;
