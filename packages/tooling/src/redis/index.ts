export { findRedis } from './find-redis.ts';
export type { FoundRedis } from './find-redis.ts';
export { startRedis } from './start-redis.ts';
export type { RedisServer } from './start-redis.ts';
export { UpstashFront } from './upstash-front.ts';
export type { Fault, SeenRequest } from './upstash-front.ts';
