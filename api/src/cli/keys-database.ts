import { createDatabaseFunctions } from '../database/functions.ts';
import { ApiKeys } from '../identity/api-keys.ts';
import { createLogger } from '../logger.ts';
import { withDatabase } from './with-database.ts';

const instead = 'let the owner make keys while it runs: POST /api/v1/communities/{communityId}/keys.';

/** Does something with the keys of a community that exists, and lets go of the database. */
export function useKeys<Result>(
  communityId: string,
  use: (keys: ApiKeys) => Promise<Result>,
): Promise<Result> {
  return withDatabase(instead, async (database) => {
    const functions = createDatabaseFunctions(database);
    if (!(await functions.getCommunity(communityId))) {
      throw new Error(
        `${communityId} is not known in ${database.name}. It comes into being with its first verified event or session: check the id.`,
      );
    }
    return use(new ApiKeys({ functions, log: createLogger('silent'), now: () => new Date() }));
  });
}
