import * as z from 'zod';
import { integritySchema } from './config.ts';

/** One comparison of a community's totals, peaks, levels, periods and streak days with its log. */
export const integrityCheckSchema = integritySchema.extend({
  counts: z
    .record(z.string(), z.int())
    .describe('How many mismatches there are of each kind; `mismatches` names the first 100'),
});
export type IntegrityCheck = z.infer<typeof integrityCheckSchema>;

/** `GET /communities/{communityId}/integrity`: the last checks, newest first. */
export const integrityChecksSchema = z.object({ checks: z.array(integrityCheckSchema) });
export type IntegrityChecks = z.infer<typeof integrityChecksSchema>;
