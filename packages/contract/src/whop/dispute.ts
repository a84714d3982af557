import * as z from 'zod';
import { idSchema } from '../primitives.ts';
import { whopReferenceSchema, whopTextSchema } from './primitives.ts';

const flagSchema = z
  .boolean()
  .nullish()
  .catch(null)
  .transform((flag) => flag ?? false);

/**
 * `data` of `dispute.created` and `dispute.updated`: which payment is disputed, and how it stands. An inquiry moves
 * no money; one that the card network settles by itself (`rapid_dispute_resolution`, before 2026 `visa_rdr`) does.
 */
export const disputeSchema = z.object({
  id: idSchema,
  status: whopTextSchema.describe(
    '`needs_response`, `under_review`, `won`, `lost`, `closed`, `other`, and with `warning_` before it of an inquiry',
  ),
  inquiry: flagSchema,
  rapid_dispute_resolution: flagSchema,
  visa_rdr: flagSchema,
  payment: whopReferenceSchema.nullish(),
  payment_id: idSchema.nullish(),
});
export type Dispute = z.infer<typeof disputeSchema>;
