import { setImmediate as pause } from 'node:timers/promises';

/** Rows of a page: few enough for a call, many enough for few calls. */
export const PAGE_SIZE = 1000;

/**
 * Reads page after page, each after the last row of the one before, and lets everything else that waits run in between:
 * a preview is in nobody's way.
 */
export async function* pagesOf<Row>(read: (last: Row | null) => Promise<Row[]>): AsyncGenerator<Row[]> {
  let last: Row | null = null;
  for (;;) {
    const page: Row[] = await read(last);
    yield page;
    if (page.length < PAGE_SIZE) return;
    last = page.at(-1) ?? null;
    await pause();
  }
}
