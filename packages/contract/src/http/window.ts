import * as z from 'zod';

/** A stretch of time a leaderboard covers. */
export const windowKindSchema = z.enum(['all', 'day', 'week', 'month']);
export type WindowKind = z.infer<typeof windowKindSchema>;
