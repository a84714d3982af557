const identifier = /^[a-z_][a-z0-9_]*$/;

export interface CallStatement {
  text: string;
  values: (string | null)[];
}

/**
 * One call as one statement with unnamed parameters, which any pooler carries. The result travels as JSON text,
 * so that a number is the same number whichever driver brings it. An `undefined` argument is left out: the
 * function's default applies. With `lockTimeoutMs` it fails when it waits longer for somebody else's lock: the server
 * does not notice that a caller has gone, and would wait on, holding locks itself, and commit in the end.
 */
export function callStatement(
  fn: string,
  args: Record<string, unknown>,
  lockTimeoutMs?: number,
): CallStatement {
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  const list = given.map(([name, value], i) => `${checked(name)} => $${i + 1}${castOf(value)}`);
  const text = `select to_jsonb(public.${checked(fn)}(${list.join(', ')}))::text as result`;
  const values = given.map(([, value]) => encode(value));
  if (lockTimeoutMs === undefined) return { text, values };
  // Set by the statement for itself: it costs no round trip, and is gone with the transaction it is.
  const limit = `with patience as materialized (select set_config('lock_timeout', $${values.length + 1}, true))`;
  return { text: `${limit} ${text} from patience`, values: [...values, String(Math.ceil(lockTimeoutMs))] };
}

export interface ResultRow {
  result: string | null;
}

/** What the row that answers {@link callStatement} says. */
export function readResult(row: ResultRow | undefined): unknown {
  return JSON.parse(row?.result ?? 'null');
}

/** A name of a function or an argument, which becomes part of a statement or of a URL. */
export function checked(name: string): string {
  if (!identifier.test(name))
    throw new TypeError(`${JSON.stringify(name)} is not the name of a SQL function or argument.`);
  return name;
}

function castOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? '::jsonb' : '';
}

function encode(value: unknown): string | null {
  if (value === null || typeof value === 'string') return value;
  return JSON.stringify(value);
}
