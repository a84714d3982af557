import * as z from 'zod';
import { idSchema } from '../primitives.ts';
import { whopUserSchema } from './chat.ts';
import { whopIdSchema, whopReferenceSchema, whopTimeSchema } from './primitives.ts';

/**
 * `data` of `membership.activated` and `membership.deactivated`, in both shapes: with `user` and `product` inside, or
 * flat with `user_id` and `product_id`, which tells no name and no `joined_at`.
 */
export const membershipSchema = z.object({
  id: idSchema,
  user: whopUserSchema.nullish(),
  user_id: idSchema.nullish(),
  product: whopReferenceSchema.nullish().catch(null),
  product_id: whopIdSchema.optional(),
  joined_at: whopTimeSchema.nullish().catch(null),
});
export type Membership = z.infer<typeof membershipSchema>;
