import type { PGlite } from '@electric-sql/pglite';

/** Every row of every table as text, by table: two of these are equal where nothing was written. */
export async function dumpWhole(pglite: PGlite): Promise<Map<string, string[]>> {
  const { rows: tables } = await pglite.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const dump = new Map<string, string[]>();
  for (const { name } of tables) {
    const { rows } = await pglite.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
    dump.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  return dump;
}
