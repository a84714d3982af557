/** Rejects with the signal's reason, for a race with something that may not heed the signal. */
export function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => onAbort(signal, () => reject(signal.reason as Error)));
}

/** Calls back when the signal aborts, or now where it has; returns what calls it off. */
export function onAbort(signal: AbortSignal, run: () => void): () => void {
  if (signal.aborted) run();
  else signal.addEventListener('abort', run);
  return () => signal.removeEventListener('abort', run);
}

/** A controller that also aborts with `outer`, and for its reason, until it is aborted itself. */
export function follow(outer: AbortSignal | undefined): AbortController {
  const controller = new AbortController();
  if (outer)
    onAbort(
      controller.signal,
      onAbort(outer, () => controller.abort(outer.reason)),
    );
  return controller;
}
