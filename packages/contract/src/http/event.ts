import * as z from 'zod';
import { idSchema, levelSchema, timeSchema, xpSchema } from '../primitives.ts';
import { refusalSchema } from '../activity.ts';
import { receiptSchema } from '../rules/index.ts';

/** Something a member did elsewhere, told by the creator's server. */
export const customEventSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9_-]{1,50}$/, { message: 'must be of a-z, 0-9, _ and -, at most 50 characters' }),
  userId: idSchema,
  idempotencyKey: z.string().min(1).max(200).describe('The same key counts once, whenever it is sent'),
  at: timeSchema
    .optional()
    .describe('When it happened; now unless given, and never more than 5 minutes ahead'),
  experienceId: idSchema.optional(),
  username: z.string().max(100).optional(),
  displayName: z.string().max(100).optional(),
});
export type CustomEvent = z.infer<typeof customEventSchema>;

/** `POST /communities/{communityId}/events` */
export const eventsRequestSchema = z.union([
  customEventSchema,
  z.strictObject({ events: z.array(customEventSchema).min(1).max(100) }),
]);
export type EventsRequest = z.infer<typeof eventsRequestSchema>;

/** What became of one event. */
export const eventOutcomeSchema = z.object({
  idempotencyKey: z.string(),
  status: z.enum(['awarded', 'refused', 'duplicate']),
  xp: z.int().min(0),
  refusal: refusalSchema.nullable(),
  summary: z.string(),
  receipt: receiptSchema.nullable().describe('Null for a duplicate'),
  total: xpSchema.describe("The member's total after it"),
  level: levelSchema,
});
export type EventOutcome = z.infer<typeof eventOutcomeSchema>;

/** The answer, in the order of the events. */
export const eventsAnswerSchema = z.object({ events: z.array(eventOutcomeSchema) });
export type EventsAnswer = z.infer<typeof eventsAnswerSchema>;
