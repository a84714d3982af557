import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseError, type DatabaseErrorKind } from '../database/port.ts';

const RETRIES = 3;
const JITTER_MS = 20;
const lost: readonly DatabaseErrorKind[] = ['conflict', 'stale-configuration'];

/**
 * Another transaction won, or saved a configuration meanwhile; what lost was rolled back as a whole and is likely to win
 * next. `work` has to look for the configuration again.
 */
export async function retryConflicts<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let retries = 0; ; retries += 1) {
    try {
      return await work();
    } catch (error) {
      const hasLost = error instanceof DatabaseError && lost.includes(error.kind);
      if (!hasLost || retries === RETRIES) throw error;
      await pause(Math.random() * JITTER_MS);
    }
  }
}
