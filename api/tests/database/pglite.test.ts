import { openPglite } from '../../src/database/pglite.ts';
import { describeContract } from './contract.ts';
import { contractMigrations } from './support/fixtures.ts';

describeContract('PGlite in memory', () => openPglite({ migrationsDir: contractMigrations }));
