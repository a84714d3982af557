import * as z from 'zod';
import { activityTypeSchema } from '../activity.ts';
import { idSchema, timeSchema } from '../primitives.ts';

/**
 * What makes activities worth more (or less): everywhere and always, or only in some experiences, for holders of some
 * products, for some sources, or between two times. Every condition that is given must hold.
 */
export const multiplierSchema = z
  .strictObject({
    name: z.string().min(1).max(60).describe('What receipts call it, such as `weekend`'),
    factor: z.number().positive().max(100),
    sources: z.array(activityTypeSchema).min(1).max(50).optional(),
    experiences: z.array(idSchema).min(1).max(100).optional(),
    products: z.array(idSchema).min(1).max(100).optional().describe('For members who hold one of these'),
    startsAt: timeSchema.optional().describe('By the time of the activity, not of its arrival'),
    endsAt: timeSchema.optional().describe('No longer holds at this very moment'),
  })
  .refine(({ startsAt, endsAt }) => !startsAt || !endsAt || Date.parse(startsAt) < Date.parse(endsAt), {
    path: ['endsAt'],
    message: 'must be after `startsAt`',
  });
export type Multiplier = z.infer<typeof multiplierSchema>;
