import * as z from 'zod';
import { ignoredReasonSchema } from '../whop/reasons.ts';

/** What `POST /api/webhook` answers with `200`; everything it accepted is durable by then. */
export const webhookAnswerSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('accepted'),
    awards: z.int().min(0).describe('How many awards earned XP; 0 when a cooldown, cap or rule refused it'),
  }),
  z.object({ status: z.literal('duplicate') }).describe('This activity was committed before'),
  z.object({ status: z.literal('ignored'), reason: ignoredReasonSchema }),
  z.object({ status: z.literal('quarantined') }).describe('Kept aside, replayable once mended'),
]);
export type WebhookAnswer = z.infer<typeof webhookAnswerSchema>;
