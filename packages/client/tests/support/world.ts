import type { Environment, Page } from '../../src/environment.ts';
import * as live from '../../src/live/index.ts';

/** A world whose time passes only when it is told to, and whose page can be hidden. */
export class World implements Environment {
  /** Full, so that jitter is at its longest; a test may set another. */
  chance = 1;
  readonly page: Page & { hidden: boolean; offline: boolean; stored: boolean };
  #now = Date.parse('2026-11-20T18:00:00Z');
  #timers = new Set<{ at: number; callback: () => void }>();
  #listeners = new Set<() => void>();

  constructor() {
    const listeners = this.#listeners;
    this.page = {
      hidden: false,
      offline: false,
      stored: false,
      isHidden: () => this.page.hidden,
      isOffline: () => this.page.offline,
      isStored: () => this.page.stored,
      onChange(callback) {
        listeners.add(callback);
        return () => listeners.delete(callback);
      },
    };
  }

  /** There is no library unless a test brings one. */
  loadRealtime: Environment['loadRealtime'] = () => Promise.reject(new TypeError('Failed to fetch'));
  /** The live part is at hand, unless a test says otherwise. */
  loadLive: Environment['loadLive'] = () => Promise.resolve(live);
  now = () => this.#now;
  random = () => this.chance;

  after = (milliseconds: number, callback: () => void) => {
    const timer = { at: this.#now + milliseconds, callback };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  };

  /** How many callbacks wait, and how many listen to the page: nothing may be left behind. */
  get leftovers(): number {
    return this.#timers.size + this.#listeners.size;
  }

  /** Lets time pass, and everything happen that was to happen in it. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settle();
    for (;;) {
      const next = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
      await settle();
    }
    this.#now = end;
  }

  async setPage(change: { hidden?: boolean; offline?: boolean; stored?: boolean }): Promise<void> {
    Object.assign(this.page, change);
    for (const listener of this.#listeners) listener();
    await settle();
  }
}

/** Lets promises and streams come to rest. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
