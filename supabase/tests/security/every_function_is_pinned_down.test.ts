import { expect, test } from 'vitest';
import { rows } from '../support/index.ts';

const functions = await rows<{
  name: string;
  config: string[] | null;
  definer: boolean;
  body: string;
  comment: string;
}>(
  `select p.oid::regprocedure::text as name, p.proconfig as config, p.prosecdef as definer, p.prosrc as body,
     obj_description(p.oid, 'pg_proc') as comment
   from pg_catalog.pg_proc p where p.pronamespace = 'public'::regnamespace`,
);

test('the schema has functions at all', () => {
  expect(functions.length).toBeGreaterThan(20);
});

test.each(functions)(
  '$name: fixed search path, its caller’s rights, a comment',
  ({ config, definer, comment }) => {
    expect(config).toContain('search_path=""');
    expect(definer).toBe(false);
    expect(comment).toBeTruthy();
  },
);

test.each(functions)('$name names no auth.uid(): Whop’s ids are text, not uuids', ({ body }) => {
  expect(body).not.toContain('auth.uid');
});

test('policies and defaults name no auth.uid() either', async () => {
  expect(
    await rows(
      `select policyname as name from pg_catalog.pg_policies where concat(qual, with_check) like '%auth.uid%'
       union all
       select adrelid::regclass::text from pg_catalog.pg_attrdef where pg_get_expr(adbin, adrelid) like '%auth.uid%'`,
    ),
  ).toEqual([]);
});
