import type { ClientError, DataOf, LiveEvent, LiveFeed, LiveState, Update, View } from '../../src/index.ts';

/** Watches a view and keeps all that is told of it. */
export function watch<V extends View>(feed: LiveFeed, view: V) {
  const updates: Update<V>[] = [];
  const errors: ClientError[] = [];
  const states: LiveState['status'][] = [];
  const transports: LiveState['transport'][] = [];
  const events: LiveEvent[] = [];
  const stop = feed.watch<V>(view, {
    data: (update) => void updates.push(update),
    error: (error) => void errors.push(error),
    state({ status, transport }) {
      if (status !== states.at(-1)) states.push(status);
      if (transport !== transports.at(-1)) transports.push(transport);
    },
    event: (event) => void events.push(event),
  });
  return {
    updates,
    errors,
    states,
    transports,
    events,
    stop,
    get data(): DataOf<V> | undefined {
      return updates.at(-1)?.data;
    },
  };
}
