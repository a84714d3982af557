import type * as z from 'zod';
import { ApiError } from '../errors.ts';
import { issueWords } from './issue-words.ts';
import { findUnstorable, type WrongPart } from './unstorable.ts';

/**
 * A value as its schema says. Throws `validation-failed` that names every part that is wrong, or whose text no database
 * holds.
 */
export function validate<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const { data, error } = schema.safeParse(value, { error: issueWords });
  if (error) throw invalid(firstPerPart(error.issues.flatMap(toWrongParts)));
  const unstorable = findUnstorable(data);
  if (unstorable.length > 0) throw invalid(unstorable);
  return data;
}

export function invalid(errors: WrongPart[]): ApiError {
  const detail = errors.map(({ path, message }) => `${path || 'The body'}: ${sentence(message)}`).join(' ');
  return new ApiError('validation-failed', detail, { errors });
}

const sentence = (words: string) => (words.endsWith('.') ? words : `${words}.`);

/** What is of another type has no length that could be wrong as well. */
function firstPerPart(parts: WrongPart[]): WrongPart[] {
  return parts.filter((part, index) => parts.findIndex(({ path }) => path === part.path) === index);
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
