import { DatabaseError } from '../database/port.ts';

/**
 * Runs `run` on all items. Where the database refuses the data, runs it on halves, until each refused item stands
 * alone and everything else is committed exactly once.
 *
 * Any other failure rejects what was not committed yet without asking further: the items before it keep their results.
 */
export async function isolatePoison<Item, Result>(
  items: Item[],
  run: (items: Item[]) => Promise<Result[]>,
): Promise<PromiseSettledResult<Result>[]> {
  if (items.length === 0) return [];
  try {
    const results = await run(items);
    return results.map((value) => ({ status: 'fulfilled', value }));
  } catch (error) {
    if (!isPoison(error) || items.length === 1) return rejectAll(items, error);
    return isolateHalves(items, run);
  }
}

export function isPoison(error: unknown): boolean {
  return error instanceof DatabaseError && error.kind === 'poison';
}

async function isolateHalves<Item, Result>(
  items: Item[],
  run: (items: Item[]) => Promise<Result[]>,
): Promise<PromiseSettledResult<Result>[]> {
  const middle = Math.ceil(items.length / 2);
  const first = await isolatePoison(items.slice(0, middle), run);
  const failure = first.find((result) => result.status === 'rejected' && !isPoison(result.reason));
  const rest = items.slice(middle);
  const second =
    failure?.status === 'rejected' ? rejectAll(rest, failure.reason) : await isolatePoison(rest, run);
  return [...first, ...second];
}

function rejectAll(items: unknown[], reason: unknown): PromiseRejectedResult[] {
  return items.map(() => ({ status: 'rejected', reason }));
}
