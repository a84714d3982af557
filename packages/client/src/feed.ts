import { createStatus } from './feed-status.ts';
import type { FeedParts } from './live-part.ts';
import { createStarter } from './live-starter.ts';
import { viewKey } from './path-of.ts';
import { ShownView } from './shown-view.ts';
import type { LiveFeed, View } from './types.ts';

/** A feed that shows views as soon as they are read; the live part is loaded meanwhile and then keeps them true. */
export function createFeed(given: Pick<FeedParts, 'http' | 'tokens' | 'environment'>): LiveFeed {
  const views = new Map<string, ShownView<View>>();
  const status = createStatus(given.environment.now, (state) => {
    for (const view of views.values()) view.tell((observer) => observer.state?.(state));
  });
  const parts = { ...given, views, status };
  const starter = createStarter(parts);

  function show(key: string, view: View): ShownView<View> {
    const shown = new ShownView(view, parts);
    views.set(key, shown);
    starter.keep(shown);
    return shown;
  }

  return {
    get state() {
      return status.state;
    },
    watch(view, observer) {
      if (views.size === 0) starter.start();
      const key = viewKey(view);
      const leave = (views.get(key) ?? show(key, view)).add(observer, status.state);
      return () => {
        if (!leave()) return;
        views.delete(key);
        if (views.size === 0) starter.stop();
      };
    },
  };
}
