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
