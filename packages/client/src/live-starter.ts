import type { FeedParts, Live } from './live-part.ts';

const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 8000;

/** Nobody looks: what there is to know of the page before the live part brings the rest. */
const isHidden = (): boolean | undefined =>
  (globalThis as { document?: { hidden?: boolean } }).document?.hidden;

/**
 * Brings the live part for as long as somebody watches. While it cannot be loaded, the views are read at intervals: some
 * browsers remember for as long as the page lives that an import failed.
 */
export function createStarter(parts: FeedParts): Live {
  const { environment, status, views } = parts;
  let live: Live | undefined;
  /** Another one with each start, so that what waits knows whether it is still wanted. */
  let run: object | undefined;
  let callOff: (() => void) | undefined;

  /** Over when whatever is to be read has been read or has failed. A watch begins its own read after this has started. */
  const firstReads = (): Promise<unknown> =>
    Promise.resolve().then(() => Promise.all(Array.from(views.values(), async ({ loading }) => loading)));

  async function bring(own: object, failures: number): Promise<void> {
    const part = await environment.loadLive(firstReads()).catch(() => undefined);
    let isReached = true;
    // When it fails for the first time, the first reads are only just over.
    if (!part && failures && !isHidden()) for (const view of views.values()) isReached &&= await view.load();
    if (run !== own) return;
    if (part) {
      live = part.createLive(parts);
      return live.start();
    }
    if (!isReached) status.set('offline');
    else if (failures) status.set('polling', 'polling');
    const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures);
    callOff = environment.after(wait * (1 + environment.random()), () => void bring(own, failures + 1));
  }

  return {
    start() {
      status.set('connecting');
      if (live) live.start();
      else void bring((run = {}), 0);
    },
    stop() {
      run = undefined;
      callOff?.();
      live?.stop();
      status.set('idle');
    },
    keep: (view) => live?.keep(view),
  };
}
