// Started by guard.test.ts: holds a server until it is ended in the way the test wants.
import { startPostgres } from '../../src/postgres/index.ts';

const { url } = await startPostgres();
process.stdout.write(`${url}\n`);
if (process.argv[2] === 'wait') process.stdin.resume();
