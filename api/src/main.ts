import { startServer, type RunningServer } from './server.ts';

/** A package manager passes the terminal's Ctrl-C on, so that one key press arrives twice. */
const ONE_PRESS_MS = 500;

/** From the start, so that no signal finds a database half opened. */
function stopOnSignal(starting: Promise<RunningServer>): void {
  const stop = (): void => {
    starting.then((server) => server.stop()).catch(fail);
    // Afterwards a signal has its usual effect and ends the process at once.
    setTimeout(() => process.off('SIGINT', stop).off('SIGTERM', stop), ONE_PRESS_MS).unref();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

const starting = startServer();
stopOnSignal(starting);
await starting.catch(fail);
