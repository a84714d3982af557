import type { ClientError } from '@wee5/client';
import { messages, type ProblemKind } from '../messages.ts';

/** What to tell the reader about an error: by the code of the API's answer, or that there was none. */
export function problemKind(error: ClientError): ProblemKind {
  if (!('code' in error)) return 'unreachable';
  if (error.code === 'not-a-member') return 'forbidden';
  if (error.code === 'token-error') return 'unauthenticated';
  return Object.hasOwn(messages.problems, error.code) ? (error.code as ProblemKind) : 'failed';
}
