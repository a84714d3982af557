import type { ClientError } from '@wee5/client';
import { messages, type ProblemKind } from '../messages.ts';

/** What to tell the reader about an error: the code of the API's answer, or that there was none. */
export function problemKind(error: ClientError): ProblemKind {
  const code = 'code' in error ? String(error.code) : undefined;
  if (code === 'not-a-member') return 'forbidden';
  if (code && Object.hasOwn(messages.problems, code)) return code as ProblemKind;
  return code ? 'failed' : 'unreachable';
}
