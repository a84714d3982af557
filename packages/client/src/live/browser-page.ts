import type { Page } from '../environment.ts';

/** What is used of a browser's globals, so that Node's types do for this package. */
interface PageGlobals {
  document?: EventTarget & { visibilityState: string };
  navigator?: { onLine?: boolean };
  addEventListener?: EventTarget['addEventListener'];
  removeEventListener?: EventTarget['removeEventListener'];
}

/** The page as its browser tells of it; undefined outside browsers. */
export function browserPage(globals = globalThis as PageGlobals): Page | undefined {
  const { document } = globals;
  if (!document) return undefined;
  let isStored = false;
  return {
    isHidden: () => document.visibilityState === 'hidden',
    isOffline: () => globals.navigator?.onLine === false,
    isStored: () => isStored,
    onChange(callback) {
      const changed = ({ type, persisted }: Event & { persisted?: boolean }): void => {
        // A page that is loaded is shown as well, and one that is closed is hidden: neither is news.
        if (persisted === false) return;
        if (persisted) isStored = type === 'pagehide';
        callback();
      };
      const listened = [
        [document, ['visibilitychange']],
        [globals, ['online', 'offline', 'pagehide', 'pageshow']],
      ] as const;
      for (const [target, types] of listened)
        for (const type of types) target.addEventListener?.(type, changed);
      return () => {
        for (const [target, types] of listened)
          for (const type of types) target.removeEventListener?.(type, changed);
      };
    },
  };
}
