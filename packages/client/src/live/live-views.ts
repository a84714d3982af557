import type { Community, CommunityLevel } from '../contract.ts';
import type { Environment } from '../environment.ts';
import type { FeedParts, Live } from '../live-part.ts';
import type { ShownView } from '../shown-view.ts';
import type { LiveEvent, View } from '../types.ts';
import { viewKey } from '../path-of.ts';
import { Connection } from './connection.ts';
import { createSseTransport } from './transports/sse.ts';
import { createSupabaseTransport } from './transports/supabase.ts';
import { ViewKeeper, type ViewHost } from './view-keeper.ts';
import type { Change } from './views/change.ts';
import { XpMemory } from './xp-memory.ts';

/** Enough to bridge the slowest request at four changes a second. */
const MOST_HISTORY = 50;

/**
 * Keeps views true over one connection: subscribes, then loads whatever is older than the connection's beginning, then
 * applies what is newer, and loads again where something was missed.
 */
export class LiveViews implements Live {
  readonly #views: FeedParts['views'];
  readonly #connection: Connection;
  readonly #keepers = new WeakMap<ShownView<View>, ViewKeeper<View>>();
  readonly #memory = new XpMemory();
  readonly #host: ViewHost;
  #history: Change[] = [];
  /** The newest version heard of; on an unbroken history every connection begins with no smaller one. */
  #version = 0;

  constructor(parts: FeedParts & { environment: Environment }) {
    const { views, tokens, status, environment } = parts;
    this.#views = views;
    this.#host = this.#createHost(parts);
    const supabase = tokens.isGiven ? createSupabaseTransport(parts) : undefined;
    const transports = { supabase, sse: createSseTransport(parts) };
    this.#connection = new Connection(
      { transports, environment, status },
      {
        opening: () => this.#noteVersions(),
        hello: (version) => this.#greeted(version),
        takenOver: (version) => this.#caughtUp(version),
        silence: (isFirst) => void this.#heardNothing(isFirst),
        event: (event) => this.#heard(event),
        malformed: () => this.#forEach((keeper) => keeper.distrust()),
        poll: () => this.#poll(),
      },
    );
  }

  start(): void {
    for (const view of this.#views.values()) this.keep(view);
    this.#connection.start();
  }

  stop(): void {
    this.#connection.stop();
    this.#forgetChanges();
  }

  keep(view: ShownView<View>): void {
    this.#keepers.set(view, new ViewKeeper(view, this.#host));
  }

  #forgetChanges(): void {
    this.#history = [];
    this.#memory.clear();
  }

  #forEach(run: (keeper: ViewKeeper<View>, view: ShownView<View>) => void): void {
    for (const view of this.#views.values()) {
      const keeper = this.#keepers.get(view);
      if (keeper) run(keeper, view);
    }
  }

  #noteVersions(): void {
    this.#forEach((_, { version }) => this.#advance(version));
  }

  /** The community has got this far, and how is not known: what is remembered of members has a hole now. */
  #advance(version: number): void {
    if (version <= this.#version) return;
    this.#version = version;
    this.#memory.clear();
  }

  /** A connection began: what is older than its version has to be loaded again. */
  #greeted(version: number): void {
    // Smaller than what the API has told before: its database was put back in time, and so is the page.
    if (version < this.#version) {
      this.#forgetChanges();
      this.#forEach((keeper) => keeper.rewind());
      this.#version = version;
    }
    this.#caughtUp(version);
  }

  /** Beside a connection that goes on telling, an older version is only a slower answer. */
  #caughtUp(version: number): void {
    this.#advance(version);
    this.#forEach((keeper) => keeper.greet(version));
  }

  /** Silence may be a lost message: everything is loaded again once, and then one view tells whether to. */
  async #heardNothing(isFirst: boolean): Promise<void> {
    const [first] = this.#views.values();
    if (isFirst) return this.#forEach((keeper) => keeper.distrust());
    await first?.load();
    if (first && first.version > this.#version) this.#caughtUp(first.version);
  }

  #heard(event: LiveEvent): void {
    const { version } = event.data;
    if (event.type === 'community.changed') {
      const { after = version - 1, changed = null } = event.data;
      this.#apply({ after, version, members: changed, everything: false });
    } else if (event.type === 'community.updated') {
      this.#apply({ after: version - 1, version, members: null, everything: true });
    } else {
      this.#forEach((keeper) => keeper.want(version));
    }
    this.#forEach((_, view) => view.tell((observer) => observer.event?.(event)));
  }

  #apply(change: Change): void {
    if (change.version <= this.#version) return;
    // What is remembered of members has a hole now.
    if (change.after > this.#version || !change.members) this.#memory.clear();
    this.#version = change.version;
    this.#history = [...this.#history.slice(1 - MOST_HISTORY), change];
    this.#forEach((keeper) => keeper.apply(change));
    this.#memory.note(change.members ?? []);
  }

  /** Loads every view. Resolves with whether the API was reached. */
  async #poll(): Promise<boolean> {
    const [first, ...others] = this.#views.values();
    // While the API cannot be reached, one question is enough.
    if (first && !(await first.load())) return false;
    await Promise.all(others.map((view) => view.load()));
    return true;
  }

  #createHost({ environment, status }: FeedParts & { environment: Environment }): ViewHost {
    return {
      environment,
      history: () => this.#history,
      isActive: () => status.state.status !== 'idle',
      context: {
        now: () => environment.now(),
        xpBefore: (userId) => this.#memory.get(userId),
        levels: () => this.#levels(),
      },
    };
  }

  #levels(): readonly CommunityLevel[] | undefined {
    const community = this.#views.get(viewKey({ kind: 'community' }))?.update?.data as Community | undefined;
    return community?.levels;
  }
}
