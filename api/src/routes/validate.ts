import type * as z from 'zod';
import { ApiError } from '../errors.ts';

/** A value as its schema says. Throws `validation-failed` that names every part that is wrong. */
export function validate<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const { data, error } = schema.safeParse(value);
  if (!error) return data;
  throw invalid(error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
}

export function invalid(errors: { path: string; message: string }[]): ApiError {
  const detail = errors.map(({ path, message }) => `${path || 'The body'}: ${message}.`).join(' ');
  return new ApiError('validation-failed', detail, { errors });
}
