import type { BoardEntry, BoardPosition } from '../../../api/src/database/functions.ts';
import type { BoardQuery, TestCommunity } from '../support/index.ts';

/** Every entry of a board, page by page; fails when a page but the last is not full or repeats somebody. */
export async function walk(
  club: TestCommunity,
  limit: number,
  which: BoardQuery = {},
): Promise<BoardEntry[]> {
  const all = new Map<string, BoardEntry>();
  let after: BoardPosition | null = null;
  do {
    const { entries, next } = await club.board({ ...which, limit, after });
    if (next && entries.length !== limit)
      throw new Error(`A page has ${entries.length} of ${limit} entries.`);
    for (const entry of entries) {
      if (all.has(entry.userId)) throw new Error(`${entry.userId} is on two pages.`);
      all.set(entry.userId, entry);
    }
    after = next;
  } while (after);
  return [...all.values()];
}
