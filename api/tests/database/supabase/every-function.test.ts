import { afterAll, test } from 'vitest';
import { defaultMigrationsDir } from '../../../src/database/paths.ts';
import { migratePostgres } from '../../../src/database/postgres-migrate.ts';
import { openSupabase } from '../../../src/database/supabase.ts';
import { fileDatabase } from '../support/postgres.ts';
import { describeEveryFunction } from './every-function/describe.ts';
import { secretKey, startFront } from './postgrest-front.ts';
import { findRealPostgrest, noRealPostgrest, startGateway, type RealPostgrest } from './real-postgrest.ts';

const ownDatabase = fileDatabase();
const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});

describeEveryFunction('a fake of PostgREST on a real Postgres', async () => {
  const databaseUrl = ownDatabase();
  await migratePostgres(databaseUrl, defaultMigrationsDir, () => {});
  const front = await startFront(databaseUrl);
  closing.push(() => front.close());
  return { databaseUrl, http: await connect(front.url, secretKey) };
});

const real = findRealPostgrest();
const declare = real
  ? () => describeEveryFunction('a real PostgREST', () => openReal(real))
  : () =>
      test('every function answers over a real PostgREST', (context) => {
        context.skip(noRealPostgrest);
      });
declare();

async function openReal({ postgrestUrl, key, databaseUrl }: RealPostgrest) {
  await migratePostgres(databaseUrl, defaultMigrationsDir, () => {});
  const gateway = await startGateway(postgrestUrl);
  closing.push(() => gateway.close());
  return { databaseUrl, http: await connect(gateway.url, key) };
}

/** Waits for the schema where PostgREST has only just been told of it. */
function connect(url: string, key: string) {
  return openSupabase({ url, secretKey: key, migrationsDir: defaultMigrationsDir, callTimeoutMs: 10_000 });
}
