/** What an operation answers. */
export interface Answer {
  readonly status: number;
  /** Sent as JSON, unless it is text or bytes. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** `{ error: { type, message } }` is documented; the `type`s other than `rate_limit_exceeded` are assumed. */
export function refuse(status: number, type: string, message: string): Answer {
  return { status, body: { error: { type, message } } };
}

export function notFound(what: string): Answer {
  return refuse(404, 'not_found', `No ${what} was found with that id.`);
}

const DEFAULT_PAGE = 10;
const LARGEST_PAGE = 50;

/** A page of a list by Whop's cursors: `first`, `after`, and `page_info` beside `data`. Cursors are opaque. */
export function page<Item>(
  items: readonly Item[],
  query: URLSearchParams,
  toCursor: (item: Item) => string,
): { data: Item[]; page_info: Record<string, unknown> } {
  const first = Math.min(Number(query.get('first') ?? DEFAULT_PAGE), LARGEST_PAGE);
  const after = query.get('after');
  const start = after === null ? 0 : items.findIndex((item) => toCursor(item) === after) + 1;
  const data = items.slice(start, start + first);
  const [head, last] = [data[0], data.at(-1)];
  return {
    data,
    page_info: {
      start_cursor: head === undefined ? null : toCursor(head),
      end_cursor: last === undefined ? null : toCursor(last),
      has_next_page: start + first < items.length,
      has_previous_page: start > 0,
    },
  };
}
