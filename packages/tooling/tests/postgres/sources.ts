import { findBinaries } from '../../src/postgres/binaries.ts';
import { findServerUser } from '../../src/postgres/server-user.ts';

/** Lets `startPostgres` find only that kind while `use` runs. */
export async function withSource<Result>(
  kind: 'system' | 'embedded',
  use: () => Promise<Result>,
): Promise<Result> {
  const before = process.env['WEE5_TEST_POSTGRES'];
  process.env['WEE5_TEST_POSTGRES'] = kind;
  try {
    return await use();
  } finally {
    if (before === undefined) delete process.env['WEE5_TEST_POSTGRES'];
    else process.env['WEE5_TEST_POSTGRES'] = before;
  }
}

/** Why the tests of a source cannot run here, or undefined where they can. */
export async function whyMissing(kind: 'system' | 'embedded'): Promise<string | undefined> {
  if (kind === 'embedded') return undefined;
  return withSource('system', () => findBinaries(findServerUser(), '')).then(
    () => undefined,
    (error: unknown) => (error as Error).message,
  );
}
