import type { LivePart } from './live-part.ts';
import type { RealtimeLibrary } from './live/transports/realtime-library.ts';

/** What the client needs of the world around it; tests bring their own. */
export interface Environment {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once after some milliseconds; returns what calls it off. */
  after(milliseconds: number, callback: () => void): () => void;
  /** 0 to 1, 1 excluded. */
  random(): number;
  /** The page; absent outside browsers. */
  page: Page | undefined;
  /**
   * Loads what keeps views true, once somebody watches.
   * @param first - over when the first data is there; whoever waits for it leaves the network to the data
   */
  loadLive(first: Promise<unknown>): Promise<LivePart>;
  /** Loads `@supabase/realtime-js`, once somebody needs it. */
  loadRealtime(): Promise<RealtimeLibrary>;
}

/** What there is of it before the live part brings the rest. */
export type EarlyEnvironment = Partial<Environment> &
  Pick<Environment, 'now' | 'after' | 'random' | 'loadLive'>;

/** The page's whereabouts. */
export interface Page {
  /** Whether nobody can see it: another tab is in front, or the window is small. */
  isHidden(): boolean;
  /** Whether the browser believes that there is no network at all. */
  isOffline(): boolean;
  /** Whether the browser has put the page away, to bring it back when the reader goes back. */
  isStored?(): boolean;
  /**
   * Calls back when the page is hidden or shown, put away or brought back, or the network comes or goes; returns what
   * ends that.
   */
  onChange(callback: () => void): () => void;
}

/** The browser's or Node's own, where nothing else is given. */
export function createEnvironment(given: Partial<Environment>): EarlyEnvironment {
  return {
    now: Date.now,
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    loadLive: async (first) => {
      await first;
      // The data is on show before the network is asked for more.
      await new Promise((painted) => setTimeout(painted, 50));
      return import('./live/index.ts');
    },
    ...given,
  };
}
