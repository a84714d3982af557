import type { TestProject } from 'vitest/node';
import { startPostgres } from '../postgres/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's Postgres: `url` is a superuser's, for creating databases; `source` says which Postgres it is. */
    postgres: { url: string; source: string };
  }
}

/**
 * Starts the one Postgres of a test run, for the first project that needs it and runs. What the root project
 * provides reaches every project, so the others find it there.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const root = project.vitest.getRootProject();
  if (root.getProvidedContext().postgres) return undefined;
  const server = await startPostgres({ durable: false });
  root.provide('postgres', { url: server.url, source: server.source });
  return () => server.stop();
}
