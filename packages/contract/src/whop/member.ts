import * as z from 'zod';
import { whopUserSchema } from './chat.ts';
import { whopTextSchema } from './primitives.ts';

/**
 * `data` of `member.created` and `member.updated`: who a member is, with their picture. Email, phone and spending
 * are left out on purpose: what is never read cannot be stored.
 */
export const memberSchema = z.object({
  user: whopUserSchema.extend({
    profile_picture: z.object({ url: whopTextSchema }).nullable(),
  }),
});
export type Member = z.infer<typeof memberSchema>;
