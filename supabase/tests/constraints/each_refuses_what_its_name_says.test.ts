import { expect, test } from 'vitest';
import { community, rolledBack, rows, run } from '../support/index.ts';
import { UNKNOWN_ZONE, VIOLATIONS } from './violations.ts';

test.each(Object.entries(VIOLATIONS))('%s', async (constraint, [code, ...statements]) => {
  const club = await community();
  await rolledBack(async () => {
    const [last, ...before] = statements.map((sql) => sql.replaceAll(':club', `'${club.id}'`)).toReversed();
    for (const sql of before.toReversed()) await run(sql);
    const named = code === UNKNOWN_ZONE ? {} : { constraint };
    await expect(run(last ?? '')).rejects.toMatchObject({ code, ...named });
  });
});

test('no check, key or reference is left out above', async () => {
  const found = await rows<{ name: string }>(
    `select conname as name from pg_catalog.pg_constraint
     where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'p', 'u', 'x')`,
  );
  expect(Object.keys(VIOLATIONS).toSorted()).toEqual(found.map(({ name }) => name).toSorted());
});
