import { expect, test } from 'vitest';
import { rows } from '../support/index.ts';

const tables = await rows<{ name: string; secured: boolean; kind: string }>(
  `select relname as name, relkind as kind,
     case relkind
       when 'v' then coalesce(reloptions @> '{security_invoker=true}', false)
       else relrowsecurity
     end as secured
   from pg_catalog.pg_class
   where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')`,
);

test('the schema has tables at all', () => {
  expect(tables.filter(({ kind }) => kind === 'r').length).toBeGreaterThan(10);
});

test.each(tables)(
  '$name: row level security is on, or a view looks with its reader’s eyes',
  ({ secured }) => {
    expect(secured).toBe(true);
  },
);
