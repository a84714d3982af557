import { readEnvironment, toConfig, type Config } from '../config.ts';
import { DirectoryInUse } from '../database/lock-file.ts';
import type { Database } from '../database/port.ts';
import { openConfigured } from '../open-parts.ts';

/**
 * The configured database for one command; the caller closes it. `meanwhile` says what can be done instead while a
 * running server has an embedded one to itself.
 */
export async function openForCommand(meanwhile: string): Promise<{ config: Config; database: Database }> {
  const config = toConfig(readEnvironment());
  try {
    const database = await openConfigured(config, (line) => void process.stderr.write(`${line}\n`));
    return { config, database };
  } catch (error) {
    if (!(error instanceof DirectoryInUse)) throw error;
    throw new Error(
      `The embedded database in ${config.dataDirectory} is in use by ${error.holder}, most likely the running server. ` +
        `Stop it and run this again, or ${meanwhile}.`,
      { cause: error },
    );
  }
}
