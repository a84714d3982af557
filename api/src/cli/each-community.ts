import { createDatabaseFunctions } from '../database/functions.ts';
import { IntegrityFunctions } from '../database/integrity-functions.ts';
import { withDatabase } from './with-database.ts';

const PAGE = 500;
const instead = 'read what it found last night: GET /api/v1/communities/{communityId}/integrity.';

/** Does something with one community that exists, or with all of them, one after the other. */
export function eachCommunity(
  only: string | undefined,
  use: (communityId: string, functions: IntegrityFunctions) => Promise<void>,
): Promise<void> {
  return withDatabase(instead, async (database) => {
    const functions = new IntegrityFunctions(database);
    if (only === undefined) {
      for await (const communityId of allOf(functions)) await use(communityId, functions);
      return;
    }
    if (!(await createDatabaseFunctions(database).getCommunity(only))) {
      throw new Error(`${only} is not known in ${database.name}: check the id.`);
    }
    await use(only, functions);
  });
}

async function* allOf(functions: IntegrityFunctions): AsyncGenerator<string> {
  for (let last: string | undefined = ''; last !== undefined;) {
    const ids: string[] = await functions.listCommunityIds(last, PAGE);
    yield* ids;
    last = ids.at(-1);
  }
}
