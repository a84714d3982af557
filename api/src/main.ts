import { startServer } from './server.ts';
import { reportFailure, stopOnSignal } from './stop-on-signal.ts';

const starting = startServer();
// From the start, so that no signal finds a database half opened.
stopOnSignal(async () => (await starting).stop());
await starting.catch(reportFailure);
