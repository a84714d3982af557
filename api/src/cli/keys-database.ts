import { DatabaseFunctions } from '../database/functions.ts';
import { ApiKeys } from '../identity/api-keys.ts';
import { createLogger } from '../logger.ts';
import { openForCommand } from './open-for-command.ts';

const meanwhile = 'let the owner make keys while it runs: POST /api/v1/communities/{communityId}/keys';

/** Does something with the keys of a community that exists, and lets go of the database. */
export async function useKeys<Result>(
  communityId: string,
  use: (keys: ApiKeys) => Promise<Result>,
): Promise<Result> {
  const { database } = await openForCommand(meanwhile);
  try {
    const functions = new DatabaseFunctions(database);
    if (!(await functions.getCommunity(communityId))) {
      throw new Error(
        `${communityId} is not known in ${database.name}. It comes into being with its first verified event or session: check the id.`,
      );
    }
    return await use(new ApiKeys({ functions, log: createLogger('silent'), now: () => new Date() }));
  } finally {
    await database.close();
  }
}
