import * as z from 'zod';
import { errorCodes, type ErrorCode } from '../error-codes.ts';

export const errorCodeSchema = z
  .enum(Object.keys(errorCodes) as ErrorCode[])
  .describe('What went wrong, as a stable word');

/**
 * Every answer that is not a success, as `application/problem+json`.
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export const problemSchema = z.object({
  type: z.string().min(1).describe('A URI that names the kind of problem, or `about:blank`'),
  title: z.string().min(1).describe('The same words for every problem of this code'),
  status: z.int().min(400).max(599).describe('The HTTP status'),
  code: errorCodeSchema.describe('A stable word for what went wrong'),
  detail: z.string().describe('What happened here and what to do; says nothing about a 500'),
  requestId: z.string().min(1).describe('Also in `X-Request-Id`'),
  errors: z
    .array(
      z.object({
        path: z.string().describe('Which part, such as `limit`'),
        message: z.string().describe('What is wrong with it'),
      }),
    )
    .optional()
    .describe('Which parts of the request are wrong; with `validation-failed` only'),
});
export type Problem = z.infer<typeof problemSchema>;
