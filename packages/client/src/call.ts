/** Calls an observer. One that throws is the page's problem, and nobody else's. */
export function call(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    const { reportError = throwLater } = globalThis as { reportError?: (error: unknown) => void };
    reportError(error);
  }
}

function throwLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
