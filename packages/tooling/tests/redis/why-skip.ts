import { findRedis } from '../../src/redis/index.ts';

/** Why the tests with a real Redis cannot run here, or undefined where they can. */
export function whyNoRedis(): string | undefined {
  const found = findRedis();
  return 'missing' in found ? found.missing : undefined;
}
