import type { TestProject } from 'vitest/node';
import { findRedis, startRedis } from '../redis/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's Redis, or why there is none: the tests that need it are then skipped with that reason. */
    redis: { url: string; version: string } | { missing: string };
  }
}

/** Starts the one Redis of a test run, for the first project that needs it; the others find it at the root. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const root = project.vitest.getRootProject();
  if (root.getProvidedContext().redis) return undefined;
  const found = findRedis();
  if ('missing' in found) {
    root.provide('redis', found);
    console.warn(`Tests that need Redis are skipped: ${found.missing}.`);
    return undefined;
  }
  const server = await startRedis();
  root.provide('redis', { url: server.url, version: server.version });
  return () => server.stop();
}
