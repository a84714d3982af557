import * as z from 'zod';
import { idSchema } from '../primitives.ts';
import { whopUserSchema } from './chat.ts';
import { whopAmountSchema, whopIdSchema, whopReferenceSchema, whopTextSchema } from './primitives.ts';

/**
 * `data` of `payment.succeeded`: who paid how much, for which product. Card, address and email are left out on
 * purpose: what is never read cannot be stored.
 */
export const paymentSchema = z.object({
  id: idSchema,
  user: whopUserSchema.nullish(),
  user_id: idSchema.nullish(),
  currency: whopTextSchema,
  total: whopAmountSchema,
  usd_total: whopAmountSchema,
  product: whopReferenceSchema.nullish().catch(null),
  product_id: whopIdSchema.optional(),
});
export type Payment = z.infer<typeof paymentSchema>;
