import * as z from 'zod';
import { idSchema } from '../primitives.ts';
import { whopAmountSchema, whopTextSchema } from './primitives.ts';

/**
 * `data` of `refund.created` and `refund.updated`, in both shapes: with `payment` inside, or flat with `payment_id`,
 * which does not tell what was paid.
 */
export const refundSchema = z.object({
  id: idSchema,
  amount: whopAmountSchema,
  currency: whopTextSchema,
  status: whopTextSchema.describe('`pending`, `requires_action`, `succeeded`, `failed`, `canceled`'),
  payment: z.object({ id: idSchema, total: whopAmountSchema, currency: whopTextSchema }).nullish(),
  payment_id: idSchema.nullish(),
});
export type Refund = z.infer<typeof refundSchema>;
