const identifier = /^[a-z_][a-z0-9_]*$/;

export interface CallStatement {
  text: string;
  values: (string | null)[];
}

/**
 * One call as one statement with unnamed parameters, which any pooler carries. The result travels as JSON text,
 * so that a number is the same number whichever driver brings it. An `undefined` argument is left out: the
 * function's default applies.
 */
export function callStatement(fn: string, args: Record<string, unknown>): CallStatement {
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  const list = given.map(([name, value], i) => `${checked(name)} => $${i + 1}${castOf(value)}`);
  return {
    text: `select to_jsonb(public.${checked(fn)}(${list.join(', ')}))::text as result`,
    values: given.map(([, value]) => encode(value)),
  };
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
