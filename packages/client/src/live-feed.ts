import { Connection } from './connection.ts';
import type { Community, CommunityLevel } from './contract.ts';
import type { Environment } from './environment.ts';
import type { Http } from './http.ts';
import { KeptView, type ViewHost } from './kept-view.ts';
import { read } from './read.ts';
import type { TokenSource } from './token.ts';
import { createSseTransport } from './transports/sse.ts';
import { createSupabaseTransport } from './transports/supabase.ts';
import type { LiveEvent, LiveFeed, LiveState, Observer, View } from './types.ts';
import type { Change } from './views/change.ts';
import { viewKey } from './views/index.ts';
import { XpMemory } from './xp-memory.ts';

/** Enough to bridge the slowest request at four changes a second. */
const MOST_HISTORY = 50;

/**
 * Keeps views true over one connection: subscribes first, then loads, then applies what is newer, and loads again
 * where something was missed.
 */
export class Feed implements LiveFeed {
  readonly #environment: Environment;
  readonly #connection: Connection;
  readonly #views = new Map<string, KeptView<View>>();
  readonly #memory = new XpMemory();
  readonly #host: ViewHost;
  #history: Change[] = [];
  /** The newest version heard of; on an unbroken history every connection begins with no smaller one. */
  #version = 0;

  constructor(parts: { http: Http; tokens: TokenSource; environment: Environment }) {
    this.#environment = parts.environment;
    this.#host = this.#createHost(parts.http);
    const supabase = parts.tokens.isGiven ? createSupabaseTransport(parts) : undefined;
    this.#connection = new Connection({ supabase, sse: createSseTransport(parts) }, parts.environment, {
      opening: () => this.#noteVersions(),
      hello: (version) => this.#greeted(version),
      takenOver: (version) => this.#caughtUp(version),
      silence: (isFirst) => void this.#heardNothing(isFirst),
      event: (event) => this.#heard(event),
      malformed: () => this.#forEach((view) => view.distrust()),
      state: (state) => this.#forEach((view) => view.tellState(state)),
      poll: () => this.#poll(),
    });
  }

  get state(): LiveState {
    return this.#connection.state;
  }

  watch<V extends View>(view: V, observer: Observer<V>): () => void {
    if (this.#views.size === 0) this.#connection.start();
    const key = viewKey(view);
    const kept = this.#views.get(key) ?? new KeptView<View>(view, this.#host);
    this.#views.set(key, kept);
    // An object of its own, so that one observer may watch the same view twice.
    const own = asOwn(observer);
    kept.add(own, this.state);
    return () => {
      if (!kept.observers.delete(own) || kept.observers.size > 0) return;
      kept.close();
      this.#views.delete(key);
      if (this.#views.size === 0) this.#end();
    };
  }

  #end(): void {
    this.#connection.stop();
    this.#forgetChanges();
  }

  #forgetChanges(): void {
    this.#history = [];
    this.#memory.clear();
  }

  #forEach(run: (view: KeptView<View>) => void): void {
    for (const view of this.#views.values()) run(view);
  }

  #noteVersions(): void {
    this.#forEach(({ version }) => this.#advance(version));
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
      this.#forEach((view) => view.rewind());
      this.#version = version;
    }
    this.#caughtUp(version);
  }

  /** Beside a connection that goes on telling, an older version is only a slower answer. */
  #caughtUp(version: number): void {
    this.#advance(version);
    this.#forEach((view) => view.greet(version));
  }

  /** Silence may be a lost message: everything is loaded again once, and then one view tells whether to. */
  async #heardNothing(isFirst: boolean): Promise<void> {
    const [first] = this.#views.values();
    if (isFirst) return this.#forEach((view) => view.distrust());
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
      this.#forEach((view) => view.want(version));
    }
    this.#forEach((view) => view.tellEvent(event));
  }

  #apply(change: Change): void {
    if (change.version <= this.#version) return;
    // What is remembered of members has a hole now.
    if (change.after > this.#version || !change.members) this.#memory.clear();
    this.#version = change.version;
    this.#history = [...this.#history.slice(1 - MOST_HISTORY), change];
    this.#forEach((view) => view.apply(change));
    this.#memory.note(change.members ?? []);
  }

  async #poll(): Promise<boolean> {
    const [first, ...others] = this.#views.values();
    // While the API cannot be reached, one question is enough.
    if (first && !(await first.load())) return false;
    await Promise.all(others.map((view) => view.load()));
    return true;
  }

  #createHost(http: Http): ViewHost {
    return {
      environment: this.#environment,
      load: (view, signal) => read(http, view, { signal, fresh: true }),
      history: () => this.#history,
      isActive: () => this.#connection.isActive,
      context: {
        now: () => this.#environment.now(),
        xpBefore: (userId) => this.#memory.get(userId),
        levels: () => this.#levels(),
      },
    };
  }

  #levels(): readonly CommunityLevel[] | undefined {
    const community = this.#views.get(viewKey({ kind: 'community' }))?.data as Community | undefined;
    return community?.levels;
  }
}

function asOwn(observer: Observer<View>): Observer<View> {
  return {
    data: (update) => observer.data(update),
    error: (error) => observer.error?.(error),
    state: (state) => observer.state?.(state),
    event: (event) => observer.event?.(event),
  };
}
