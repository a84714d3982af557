import type { EarlyEnvironment } from './environment.ts';
import type { FeedStatus } from './feed-status.ts';
import type { Http } from './http.ts';
import type { ShownView } from './shown-view.ts';
import type { TokenSource } from './token.ts';
import type { DataOf, View } from './types.ts';

/** What a feed has from the beginning, and its live part works on. */
export interface FeedParts {
  readonly http: Http;
  readonly tokens: TokenSource;
  readonly environment: EarlyEnvironment;
  readonly status: FeedStatus;
  /** What is watched, by its key. */
  readonly views: ReadonlyMap<string, ShownView<View>>;
}

/** The part of the client that is loaded while the first data is. */
export interface LivePart {
  /** The live part of one feed, not connected yet. */
  createLive(parts: FeedParts): Live;
}

/** Keeps a feed's views true over one connection. */
export interface Live {
  /** Connects, for the views there are. */
  start(): void;
  /** Closes the connection. */
  stop(): void;
  /** Takes a view that has come while it runs. */
  keep(view: ShownView<View>): void;
}

/** Keeps one view true; it hears of every request for the view. */
export interface Keeper<V extends View> {
  /** A request begins. */
  asked(): void;
  /** It was answered. Returns what to show in the place of the answer. */
  answered(answer: DataOf<V>): DataOf<V>;
  /** It is over, whether or not it was answered. */
  settled(): void;
  /** Nobody watches any more. */
  close(): void;
}
