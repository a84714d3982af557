import * as z from 'zod';
import { idSchema } from '../primitives.ts';
import { whopTimeSchema } from './primitives.ts';

/**
 * As much of a webhook body as says whether it is for us at all. Accepts every JSON object: what is absent or of
 * another type is `null`, so that old generations of the webhook (`{ action, api_version: "v5" }`) and events we
 * do not handle are told apart before their shape matters.
 */
export const whopHeadSchema = z.object({
  api_version: z.string().nullable().catch(null),
  type: z.string().nullable().catch(null),
});
export type WhopHead = z.infer<typeof whopHeadSchema>;

/**
 * The envelope of a v1 webhook, in both shapes: `company_id`, or `account_id` since pins of 2026-08-14. Either,
 * both or neither may be present, and either may be null. `data` is left as it came; `type` says which schema of
 * {@link whopDataSchemas} reads it.
 */
export const whopEnvelopeSchema = z.object({
  id: idSchema,
  api_version: z.literal('v1'),
  type: z.string().min(1).max(200),
  timestamp: whopTimeSchema,
  company_id: idSchema.nullish(),
  account_id: idSchema.nullish(),
  data: z.unknown(),
});
export type WhopEnvelope = z.infer<typeof whopEnvelopeSchema>;
