import type * as z from 'zod';
import { ApiError } from '../errors.ts';

/**
 * A value as its schema says. Throws `validation-failed` that names every part that is wrong, or one whose text no
 * database holds.
 */
export function validate<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const { data, error } = schema.safeParse(value);
  if (error) throw invalid(error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
  const path = findUnstorable(data);
  if (path) {
    throw invalid([
      { path: path.join('.'), message: 'must be text without NUL characters and half surrogates' },
    ]);
  }
  return data;
}

export function invalid(errors: { path: string; message: string }[]): ApiError {
  const detail = errors.map(({ path, message }) => `${path || 'The body'}: ${message}.`).join(' ');
  return new ApiError('validation-failed', detail, { errors });
}

/** JSON can say what Postgres refuses to keep. */
function findUnstorable(value: unknown, path: string[] = []): string[] | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, part] of Object.entries(value)) {
    const found = isStorable(key) ? findUnstorable(part, [...path, key]) : path;
    if (found) return found;
  }
  return undefined;
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
