// Started by start-redis.test.ts: holds a server until it is ended in the way the test wants.
import { startRedis } from '../../src/redis/index.ts';

const { url } = await startRedis();
process.stdout.write(`${url}\n`);
if (process.argv[2] === 'wait') process.stdin.resume();
