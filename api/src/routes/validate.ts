import type * as z from 'zod';
import { ApiError } from '../errors.ts';

interface WrongPart {
  path: string;
  message: string;
}

/** A value as its schema says. Throws `validation-failed` that names every part that is wrong. */
export function validate<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const { data, error } = schema.safeParse(value);
  if (!error) return data;
  throw invalid(error.issues.flatMap(toWrongParts));
}

export function invalid(errors: WrongPart[]): ApiError {
  const detail = errors.map(({ path, message }) => `${path || 'The body'}: ${message}.`).join(' ');
  return new ApiError('validation-failed', detail, { errors });
}

/** A field that nobody asked for is wrong itself, not what it stands in. */
function toWrongParts(issue: z.core.$ZodIssue): WrongPart[] {
  const path = issue.path.join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...issue.path, key].join('.'),
        message: 'is not known here',
      }));
    case 'invalid_key':
      return issue.issues.map(({ message }) => ({ path, message }));
    default:
      return [{ path, message: issue.message }];
  }
}
