import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import type { TestProjectInlineConfiguration } from 'vitest/config';

/** A project without Postgres starts at once, so a single file of it is quick to run. */
const withPostgres = { globalSetup: ['./packages/tooling/src/vitest/postgres-setup.ts'] };
const withServers = {
  globalSetup: [...withPostgres.globalSetup, './packages/tooling/src/vitest/redis-setup.ts'],
};

/** The files of a worker share its modules, and so the database that one of them opens. */
const oneDatabase = { isolate: false };

const packages = readdirSync('packages').map((name) => project(name, `packages/${name}`));

export default defineConfig({
  test: {
    projects: [
      ...packages,
      project('supabase', 'supabase', { ...oneDatabase, exclude: ['supabase/tests/races/**'] }),
      project('supabase on postgres', 'supabase', {
        ...withPostgres,
        ...oneDatabase,
        env: { WEE5_SCHEMA_TESTS_ON: 'postgres' },
      }),
      project('api', 'api', withServers),
    ],
    // One more than the processors of a small machine: many files wait for a process to start or a page to settle.
    maxWorkers: 3,
    passWithNoTests: false,
  },
});

function project(name: string, directory: string, more: object = {}): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      include: [`${directory}/tests/**/*.test.ts`],
      testTimeout: 30_000,
      hookTimeout: 60_000,
      // A busy machine is no failure: what never becomes so still ends a test.
      expect: { poll: { timeout: 10_000 } },
      retry: 0,
      ...more,
    },
  };
}
