import { DatabaseError, type Database, type DatabaseErrorKind } from './port.ts';

/** The same database, and `count` is called for every call that it fails. */
export function countErrors(database: Database, count: (kind: DatabaseErrorKind) => void): Database {
  return {
    name: database.name,
    listen: (onMessage, onGap) => database.listen(onMessage, onGap),
    close: () => database.close(),
    async call(fn, args, options) {
      try {
        return await database.call(fn, args, options);
      } catch (error) {
        count(error instanceof DatabaseError ? error.kind : 'unavailable');
        throw error;
      }
    },
  };
}
