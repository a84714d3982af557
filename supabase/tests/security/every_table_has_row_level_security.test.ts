import { describe, expect, test } from 'vitest';
import { DATABASES } from '../support/databases.ts';
import { rowsOn } from '../support/on.ts';

/** Views that read with their owner's rights, and therefore choose rows and columns themselves, behind a barrier. */
const VIEWS_THAT_CHOOSE = ['public_board', 'members_board'];

describe.each(DATABASES)('$where', async ({ database }) => {
  const relations = await rowsOn<{ name: string; kind: string; secured: boolean; options: string[] }>(
    database,
    `select relname as name, relkind as kind, relrowsecurity as secured, coalesce(reloptions, '{}') as options
     from pg_catalog.pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')`,
  );
  const tables = relations.filter(({ kind }) => kind !== 'v');
  const views = relations.filter(({ kind }) => kind === 'v');

  test('the schema has tables at all', () => {
    expect(tables.length).toBeGreaterThan(10);
    expect(views.length).toBeGreaterThan(2);
  });

  test.each(tables)('$name: row level security is on', ({ secured }) => {
    expect(secured).toBe(true);
  });

  test.each(views)('$name looks with its reader’s eyes, or is one that chooses', ({ name, options }) => {
    expect(options).toEqual([
      VIEWS_THAT_CHOOSE.includes(name) ? 'security_barrier=true' : 'security_invoker=true',
    ]);
  });
});
