import { openPostgres } from '../../src/database/postgres.ts';
import { describeContract } from './contract.ts';
import { contractMigrations } from './support/fixtures.ts';
import { fileDatabase } from './support/postgres.ts';

const url = fileDatabase();

describeContract('Postgres', () =>
  openPostgres({ url: url(), migrationsDir: contractMigrations, callTimeoutMs: 10_000 }),
);
