import { questions } from './catalog.ts';

/** Runs one statement and resolves to its rows. */
export type Query = <Row>(sql: string) => Promise<Row[]>;

/** One line of the description, under the object it belongs to. */
interface Line {
  /** `table public.users`; objects are sorted by it. */
  object: string;
  line: string;
}

// What the catalog prints depends on them.
const settings = [
  `set local search_path to ''`,
  `set local timezone to 'UTC'`,
  `set local quote_all_identifiers to off`,
];

/**
 * Describes the schemas `public` and `auth` as text, from the catalog: what the migrations add up to. The text is
 * the same on Postgres 15 to 18 and PGlite, and says everything but function bodies, of which it gives the md5.
 *
 * Runs in a transaction of its own, so `query` must keep to one connection.
 */
export async function describeSchema(query: Query): Promise<string> {
  await query('begin read only');
  try {
    for (const setting of settings) await query(setting);
    const lines: Line[] = [];
    for (const question of questions) lines.push(...(await query<Line>(question)));
    return format(lines);
  } finally {
    await query('rollback');
  }
}

function format(lines: Line[]): string {
  const objects = new Map<string, string[]>();
  for (const { object, line } of lines) {
    const of = objects.get(object) ?? [];
    objects.set(object, line ? [...of, `  ${line}`] : of);
  }
  return [...objects]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([object, of]) => [object, ...of].join('\n'))
    .join('\n\n')
    .concat('\n');
}
