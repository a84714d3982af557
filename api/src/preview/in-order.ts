interface Timed {
  at: string;
  key: string;
}

/**
 * Pages that are ordered by time, with what happened at one moment ordered by key, as the database decides it; the last
 * moment of a page waits for the page that may have more of it. Times are texts of one length.
 */
export async function* inOrder<Row extends Timed>(pages: AsyncIterable<Row[]>): AsyncGenerator<Row[]> {
  let waiting: Row[] = [];
  for await (const page of pages) {
    const rows = [...waiting, ...page];
    const last = rows.at(-1)?.at;
    waiting = rows.filter(({ at }) => at === last);
    yield rows.filter(({ at }) => at !== last).toSorted(byTimeAndKey);
  }
  yield waiting.toSorted(byTimeAndKey);
}

function byTimeAndKey(one: Timed, other: Timed): number {
  return compare(one.at, other.at) || compare(one.key, other.key);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
