import { readEnvironment, toConfig } from '../config.ts';
import { openConfigured } from '../open-parts.ts';
import { DatabaseFunctions } from '../database/functions.ts';
import { DirectoryInUse } from '../database/lock-file.ts';
import type { Database } from '../database/port.ts';
import { ApiKeys } from '../identity/api-keys.ts';
import { createLogger } from '../logger.ts';

/** Does something with the keys of a community that exists, and lets go of the database. */
export async function useKeys<Result>(
  communityId: string,
  use: (keys: ApiKeys) => Promise<Result>,
): Promise<Result> {
  const database = await open();
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

async function open(): Promise<Database> {
  const config = toConfig(readEnvironment());
  try {
    return await openConfigured(config, (line) => void process.stderr.write(`${line}\n`));
  } catch (error) {
    if (!(error instanceof DirectoryInUse)) throw error;
    throw new Error(
      `The embedded database in ${config.dataDirectory} is in use by ${error.holder}, most likely the running server. ` +
        'Stop it and run this again, or let the owner make keys while it runs: POST /api/v1/communities/{communityId}/keys.',
      { cause: error },
    );
  }
}
