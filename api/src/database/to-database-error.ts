import { DatabaseError, kindOf } from './port.ts';

/**
 * What a driver threw, as the port's error. `sqlState` is the database's own code: a driver's `code` can also be the
 * system's (`EPIPE`), which looks alike.
 */
export function toDatabaseError(cause: unknown, sqlState: string | undefined): DatabaseError {
  if (cause instanceof DatabaseError) return cause;
  const { message, code } = cause as { message?: string; code?: string };
  // A refused connection to a name with several addresses has a code and no message.
  return new DatabaseError(message || code || 'The database cannot be reached.', {
    kind: kindOf(sqlState),
    sqlState,
    cause,
  });
}
