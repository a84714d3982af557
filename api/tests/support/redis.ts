import { UpstashFront } from '@wee5/tooling/redis';
import { inject, type TestContext } from 'vitest';

/** For `beforeEach`: without Redis each test is skipped, and the summary says why. */
export function skipWithoutRedis(context: TestContext): void {
  const redis = inject('redis');
  if ('missing' in redis) context.skip(redis.missing);
}

/** A front of the run's Redis, in front of a database that no other test file uses at the same time; undefined without Redis. */
export async function startFront(): Promise<UpstashFront | undefined> {
  const redis = inject('redis');
  return 'missing' in redis
    ? undefined
    : UpstashFront.start(redis.url, Number(process.env['VITEST_POOL_ID']));
}
