import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseError } from '../database/port.ts';

const RETRIES = 3;
const JITTER_MS = 20;

/** Another transaction won; what lost was rolled back as a whole and is likely to win next. */
export async function retryConflicts<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let retries = 0; ; retries += 1) {
    try {
      return await work();
    } catch (error) {
      const isConflict = error instanceof DatabaseError && error.kind === 'conflict';
      if (!isConflict || retries === RETRIES) throw error;
      await pause(Math.random() * JITTER_MS);
    }
  }
}
