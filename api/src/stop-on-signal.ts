/** A package manager passes the terminal's Ctrl-C on, so that one key press arrives twice. */
const ONE_PRESS_MS = 500;

/** Runs `stop` once on SIGINT or SIGTERM; a second press ends the process at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  const begin = (): void => {
    stop().catch(reportFailure);
    setTimeout(() => process.off('SIGINT', begin).off('SIGTERM', begin), ONE_PRESS_MS).unref();
  };
  process.on('SIGINT', begin).on('SIGTERM', begin);
}

/** Says what went wrong without a stack, and lets the process end with 1. */
export function reportFailure(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
