import * as z from 'zod';
import { timeSchema } from '../primitives.ts';
import { quarantineReasonSchema } from '../whop/reasons.ts';
import { webhookAnswerSchema } from './webhook-answer.ts';

/** An event that could not be booked, kept for 30 days with its words blotted out. */
export const quarantinedEventSchema = z.object({
  webhookId: z.string(),
  eventType: z.string(),
  reason: quarantineReasonSchema,
  receivedAt: timeSchema,
  payload: z.unknown(),
});
export type QuarantinedEventEntry = z.infer<typeof quarantinedEventSchema>;

/** `GET /communities/{communityId}/quarantine`, newest first. */
export const quarantineSchema = z.object({
  events: z.array(quarantinedEventSchema),
  nextCursor: z.string().nullable(),
});
export type QuarantineEvents = z.infer<typeof quarantineSchema>;

/** `POST /communities/{communityId}/quarantine/replay`: these, or the oldest 100. */
export const replayRequestSchema = z.strictObject({
  webhookIds: z.array(z.string().min(1).max(200)).min(1).max(100).optional(),
});

/** What became of each; whatever is not quarantined again has left the quarantine. */
export const replayAnswerSchema = z.object({
  replayed: z.array(z.object({ webhookId: z.string(), answer: webhookAnswerSchema })),
});
export type ReplayAnswer = z.infer<typeof replayAnswerSchema>;

export const quarantineQuerySchema = z.object({
  limit: z.coerce.number<string | number | undefined>().int().min(1).max(50).default(20),
  cursor: z.string().min(1).max(500).optional(),
});
