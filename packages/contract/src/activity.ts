import * as z from 'zod';

/** The sources whose activities come from Whop. */
export const whopActivityTypes = [
  'chat',
  'reply',
  'reaction',
  'reaction_received',
  'lesson',
  'membership',
  'payment',
] as const;

/** A source of the creator's own: `event.` and a name of a-z, 0-9, `_` and `-`, at most 50 characters. */
export const eventTypeSchema = z
  .templateLiteral(['event.', z.string().regex(/^[a-z0-9_-]{1,50}$/)])
  .describe("A source of the creator's own, such as `event.webinar`");

/**
 * What kind of activity earns XP; each source has its own XP value and its own cooldown.
 *
 * A reply is a chat message that answers another. A reaction counts for the member who gives it, and as
 * `reaction_received` for the author of the message. A lesson counts once, a membership once, a payment once.
 */
export const activityTypeSchema = z
  .union([z.enum(whopActivityTypes), eventTypeSchema], {
    error: `must be a source: ${whopActivityTypes.join(', ')} or event.{name}`,
  })
  .describe('The source of an activity');
export type ActivityType = z.infer<typeof activityTypeSchema>;

/**
 * What else changes a total: what the creator gave or took (`adjustment`), what a refund, a dispute or an ended
 * membership took back (`reversal`), and a reset or its undoing (`reset`).
 */
export const entryTypeSchema = z
  .union([activityTypeSchema, z.enum(['adjustment', 'reversal', 'reset'])])
  .describe('A source, or what changed the total beside one');
export type EntryType = z.infer<typeof entryTypeSchema>;

/** Why an activity that reached the database earned nothing. */
export const refusalSchema = z
  .enum(['cooldown', 'cap', 'bank', 'repeat', 'source-off', 'too-short', 'no-xp-experience', 'no-xp-member'])
  .describe('Why an activity earned nothing');
export type Refusal = z.infer<typeof refusalSchema>;
