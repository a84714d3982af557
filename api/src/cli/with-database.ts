import { readEnvironment, toConfig } from '../config.ts';
import { DirectoryInUse } from '../database/lock-file.ts';
import type { Database } from '../database/port.ts';
import { openConfigured } from '../open-parts.ts';

/**
 * Does something with the configured database and lets go of it. `instead` says what else can be done where the running
 * server has the embedded one to itself.
 */
export async function withDatabase<Result>(
  instead: string,
  use: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await open(instead);
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

async function open(instead: string): Promise<Database> {
  const config = toConfig(readEnvironment());
  try {
    return await openConfigured(config, (line) => void process.stderr.write(`${line}\n`));
  } catch (error) {
    if (!(error instanceof DirectoryInUse)) throw error;
    throw new Error(
      `The embedded database in ${config.dataDirectory} is in use by ${error.holder}, most likely the running server. ` +
        `Stop it and run this again, or ${instead}`,
      { cause: error },
    );
  }
}
