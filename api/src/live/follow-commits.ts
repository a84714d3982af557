import { setTimeout as sleep } from 'node:timers/promises';
import type { CommitMessage, Database } from '../database/port.ts';
import type { Logger } from '../logger.ts';

export interface FollowOptions {
  database: Pick<Database, 'listen'>;
  log: Logger;
  onMessage: (message: CommitMessage) => void;
  /** Compares versions with the database: after a gap, and at intervals where nothing can be heard. */
  compare: () => Promise<void>;
  /** How often versions are compared while listening is not possible. */
  pollMs: number;
  /** How often listening is tried again meanwhile. */
  listenAgainMs: number;
}

/**
 * Follows what commits say: by listening or, where the database does not let us (a transaction pooler, a connection
 * that is refused), by comparing versions at intervals. Returns what ends it.
 */
export function followCommits(options: FollowOptions): () => Promise<void> {
  const stop = new AbortController();
  const unlisten = listen(options, stop.signal);
  return async () => {
    stop.abort();
    const end = await unlisten;
    await end?.();
  };
}

async function listen(
  options: FollowOptions,
  signal: AbortSignal,
): Promise<(() => Promise<void>) | undefined> {
  const { database, log, onMessage } = options;
  const onGap = (): void => void compareUntilDone(options, signal);
  let poll: NodeJS.Timeout | undefined;
  while (!signal.aborted) {
    try {
      const unlisten = await database.listen(onMessage, onGap);
      clearInterval(poll);
      // What was committed before we listened was heard by nobody.
      onGap();
      return unlisten;
    } catch (error) {
      if (!poll) log.warn({ err: error }, `Cannot listen to the database: versions are polled instead`);
      poll ??= pollVersions(options, signal);
    }
    await pause(options.listenAgainMs, signal);
  }
  return undefined;
}

function pollVersions({ compare, pollMs }: FollowOptions, signal: AbortSignal): NodeJS.Timeout {
  let comparing = false;
  const poll = setInterval(() => {
    if (comparing) return;
    comparing = true;
    // A database that does not answer is asked again at the next turn.
    void compare()
      .catch(() => undefined)
      .finally(() => (comparing = false));
  }, pollMs);
  signal.addEventListener('abort', () => clearInterval(poll));
  return poll;
}

/** After a gap the truth has to be found out, however long the database takes to come back. */
async function compareUntilDone({ compare, pollMs }: FollowOptions, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      return await compare();
    } catch {
      await pause(pollMs, signal);
    }
  }
}

/** Resolves early when all this is over. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
