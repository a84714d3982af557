import { loadRealtime } from './transports/load-realtime.ts';
import type { RealtimeLibrary } from './transports/realtime-library.ts';

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
  /** Loads `@supabase/realtime-js`, once somebody needs it. */
  loadRealtime(): Promise<RealtimeLibrary>;
}

/** The page's whereabouts. */
export interface Page {
  isHidden(): boolean;
  /** Whether the browser believes that there is no network at all. */
  isOffline(): boolean;
  /** Calls back when the page is hidden or shown, or the network comes or goes; returns what ends that. */
  onChange(callback: () => void): () => void;
}

/** The browser's or Node's own. */
export function realEnvironment(): Environment {
  return {
    now: () => Date.now(),
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
    page: browserPage(globalThis as PageGlobals),
    loadRealtime,
  };
}

/** What is used of a browser's globals, so that Node's types do for this package. */
interface PageGlobals {
  document?: EventTarget & { visibilityState: string };
  navigator?: { onLine?: boolean };
  addEventListener?: EventTarget['addEventListener'];
  removeEventListener?: EventTarget['removeEventListener'];
}

function browserPage(globals: PageGlobals): Page | undefined {
  const { document } = globals;
  if (!document) return undefined;
  return {
    isHidden: () => document.visibilityState === 'hidden',
    isOffline: () => globals.navigator?.onLine === false,
    onChange(callback) {
      document.addEventListener('visibilitychange', callback);
      for (const type of ['online', 'offline']) globals.addEventListener?.(type, callback);
      return () => {
        document.removeEventListener('visibilitychange', callback);
        for (const type of ['online', 'offline']) globals.removeEventListener?.(type, callback);
      };
    },
  };
}
