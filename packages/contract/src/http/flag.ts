import * as z from 'zod';
import { idSchema, timeSchema } from '../primitives.ts';

/** A sign of farming, for the creator to look at. It takes nothing from anybody. */
export const flagSchema = z.object({
  flagId: z.guid(),
  kind: z.enum(['burst', 'reciprocal']),
  userIds: z.array(idSchema),
  day: z.iso.date(),
  summary: z.string().describe('In words: what was seen, and what is usual'),
  evidence: z.record(z.string(), z.unknown()),
  foundAt: timeSchema,
  dismissedAt: timeSchema.nullable(),
});
export type Flag = z.infer<typeof flagSchema>;

/** `GET /communities/{communityId}/flags`, newest first. */
export const flagsSchema = z.object({ flags: z.array(flagSchema) });
export type Flags = z.infer<typeof flagsSchema>;
