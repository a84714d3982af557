import type { LiveState } from './types.ts';

/** How a feed stands; whoever sets it tells everybody. */
export interface FeedStatus {
  readonly state: LiveState;
  set(status: LiveState['status'], transport?: LiveState['transport']): void;
}

export function createStatus(now: () => number, changed: (state: LiveState) => void): FeedStatus {
  let state: LiveState = { status: 'idle', transport: null, since: null };
  return {
    get state() {
      return state;
    },
    set(status, transport = null) {
      const isSame = status === state.status;
      if (isSame && transport === state.transport) return;
      state = Object.freeze({ status, transport, since: isSame ? state.since : new Date(now()) });
      changed(state);
    },
  };
}
