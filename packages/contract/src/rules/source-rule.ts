import * as z from 'zod';

/** More than any community needs, and small enough that no product of it leaves the safe integers. */
const LARGEST_XP = 1_000_000;
const WEEK_SECONDS = 604_800;

const xpAmountSchema = z.int().min(0).max(LARGEST_XP);

/** A range a member's luck decides in; drawn from the natural key, so that a rebuild draws the same. */
export const xpRangeSchema = z
  .strictObject({ min: xpAmountSchema, max: xpAmountSchema })
  .refine(({ min, max }) => min <= max, { path: ['max'], message: 'must not be below `min`' });
export type XpRange = z.infer<typeof xpRangeSchema>;

/**
 * An alternative to the cooldown: a bank of XP that fills steadily and pays until it is empty, so that a fast real
 * conversation earns fairly and farming stays bounded.
 */
export const effortBankSchema = z.strictObject({
  capacity: z.int().min(1).max(LARGEST_XP).describe('The most XP it holds; a member begins with it full'),
  refillPerHour: z.number().positive().max(LARGEST_XP).describe('XP that flow into it per hour, evenly'),
});
export type EffortBank = z.infer<typeof effortBankSchema>;

const limits = {
  cooldownSeconds: z.int().min(0).max(WEEK_SECONDS).optional(),
  effortBank: effortBankSchema.optional(),
  dailyCap: z.int().min(1).max(LARGEST_XP).optional().describe("XP per day of the community's time zone"),
  weeklyCap: z.int().min(1).max(LARGEST_XP).optional(),
};

function oneOfTwo(rule: { cooldownSeconds?: number | undefined; effortBank?: EffortBank | undefined }) {
  return rule.effortBank === undefined || rule.cooldownSeconds === undefined;
}
const eitherOr = { path: ['effortBank'], message: 'Give `effortBank` or `cooldownSeconds`, not both' };

/** Chat and replies. Their fixed XP are `chatXp` and `replyXp`; a range here takes their place. */
export const chatRuleSchema = z
  .strictObject({
    xp: xpRangeSchema.optional(),
    ...limits,
    minLength: z.int().min(1).max(2000).optional().describe('Shortest message that earns, in code points'),
  })
  .refine(oneOfTwo, eitherOr);

export const replyRuleSchema = z
  .strictObject({
    xp: xpRangeSchema.optional(),
    ...limits,
    minLength: z.int().min(1).max(2000).optional().describe('Shortest reply that earns, in code points'),
    newcomerBonus: z
      .strictObject({
        xp: z.int().min(1).max(LARGEST_XP).describe('More XP for answering a newcomer, before multipliers'),
        withinDays: z.int().min(1).max(365).default(30).describe('How long a member is a newcomer'),
      })
      .optional(),
  })
  .refine(oneOfTwo, eitherOr);

/** Reactions given; their fixed XP are `reactionXp`. */
export const reactionRuleSchema = z
  .strictObject({ xp: xpRangeSchema.optional(), ...limits })
  .refine(oneOfTwo, eitherOr);

/** Every other source has no column of its own: it is worth nothing until a rule says so. It has no cooldown unless given. */
export const sourceRuleSchema = z
  .strictObject({
    xp: z.union([xpAmountSchema, xpRangeSchema], {
      error: 'must be whole XP from 0 to 1,000,000, or a range of them: `{ min, max }`',
    }),
    ...limits,
  })
  .refine(oneOfTwo, eitherOr);

/** What was paid, in XP per whole unit of a currency; other currencies count by their worth in US dollars where Whop tells it. */
export const paymentRuleSchema = z
  .strictObject({
    xpPerUnit: z.number().positive().max(LARGEST_XP),
    currency: z
      .string()
      .regex(/^[a-z]{3}$/, { message: 'must be a currency such as `usd`, in lower case' })
      .default('usd'),
    ...limits,
  })
  .refine(oneOfTwo, eitherOr);
