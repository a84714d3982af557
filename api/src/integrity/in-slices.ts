import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError } from '../database/port.ts';

export interface Pace {
  /** Rest between two slices, in milliseconds: the path goes first. */
  pauseMs: number;
  /** Gives up between two slices, by rejecting with its reason. */
  signal?: AbortSignal;
}

const FIRST_LIMIT = 200;
const LARGEST_LIMIT = 2000;
/** Short enough for the embedded database, on which everybody else waits meanwhile. */
const WANTED_MS = 150;

/** Every slice of what is read by key, one after the other, each as large as can be read in a moment. */
export async function* inSlices<Slice extends { next: string | null }>(
  read: (afterId: string, limit: number) => Promise<Slice>,
  { pauseMs, signal }: Pace,
): AsyncGenerator<Slice> {
  let limit = FIRST_LIMIT;
  for (let afterId: string | null = ''; afterId !== null;) {
    signal?.throwIfAborted();
    const began = performance.now();
    const slice: Slice | undefined = await read(afterId, limit).catch((error: unknown) => {
      // Some members have done far more than others: fewer of them may do.
      if (limit > 1 && error instanceof DatabaseError && error.kind === 'unavailable') return undefined;
      throw error;
    });
    if (slice) yield slice;
    afterId = slice ? slice.next : afterId;
    limit = slice ? adjusted(limit, performance.now() - began) : Math.ceil(limit / 8);
    if (pauseMs > 0) await sleep(pauseMs, undefined, { ...(signal && { signal }) });
  }
}

function adjusted(limit: number, tookMs: number): number {
  const fitting = Math.round((limit * WANTED_MS) / Math.max(tookMs, 1));
  return Math.max(1, Math.min(fitting, limit * 2, LARGEST_LIMIT));
}
