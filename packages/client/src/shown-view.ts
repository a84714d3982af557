import { HttpError, type ClientError } from './errors.ts';
import type { FeedParts, Keeper } from './live-part.ts';
import { read } from './read.ts';
import { call } from './call.ts';
import type { DataOf, LiveState, Observer, Update, View } from './types.ts';

/** One view, who watches it, and the last they were told. */
export class ShownView<V extends View> {
  readonly view: V;
  /** Of what is shown; -1 before there is anything. */
  version = -1;
  update: Update<V> | undefined;
  /** What the last request failed with. */
  error: ClientError | undefined;
  /** Keeps the view true once the live part is there. */
  keeper: Keeper<V> | undefined;
  readonly #parts: Pick<FeedParts, 'http' | 'environment'>;
  /** The request that is under way: whether it reached the API. */
  loading: Promise<boolean> | undefined;
  /** One for each watch: how to tell its observer something. */
  readonly #watches = new Set<(run: (observer: Observer<V>) => unknown) => void>();
  readonly #gone = new AbortController();

  constructor(view: V, parts: Pick<FeedParts, 'http' | 'environment'>) {
    this.view = view;
    this.#parts = parts;
  }

  /**
   * Tells what is known, and loads where nothing is, or where the last attempt failed. What it returns ends the watch
   * and says whether it was the last one.
   */
  add(observer: Observer<V>, state: LiveState): () => boolean {
    const { update } = this;
    const tell = (run: (observer: Observer<V>) => unknown): void => call(() => run(observer));
    this.#watches.add(tell);
    tell(() => observer.state?.(state));
    if (update) tell(() => observer.data(update));
    if (!update || this.error) void this.load();
    return () => {
      const isLast = this.#watches.delete(tell) && this.#watches.size === 0;
      if (isLast) {
        this.keeper?.close();
        // An answer that is just coming is nothing to keep true.
        this.keeper = undefined;
        this.#gone.abort();
      }
      return isLast;
    };
  }

  tell(run: (observer: Observer<V>) => unknown): void {
    for (const tell of this.#watches) tell(run);
  }

  /** Keeps the newest data, and tells it unless it says nothing new. */
  show(data: DataOf<V>, cause: Update<V>['cause'], isNews = true): void {
    const update = { data, receivedAt: new Date(this.#parts.environment.now()), cause };
    this.version = data.version;
    this.update = update;
    if (isNews) this.tell((observer) => observer.data(update));
  }

  /** Asks the API now. Resolves with whether it was reached; never rejects. */
  load(): Promise<boolean> {
    return (this.loading ??= this.#load().finally(() => {
      this.loading = undefined;
      this.keeper?.settled();
    }));
  }

  async #load(): Promise<boolean> {
    const { signal } = this.#gone;
    this.keeper?.asked();
    try {
      const answer = await read(this.#parts.http, this.view, { signal, cache: 'no-cache' });
      this.error = undefined;
      const data = this.keeper?.answered(answer) ?? answer;
      // What is shown is newer than an answer of a cache on the way; telling it again says that all is well.
      this.show(data.version < this.version && this.update ? this.update.data : data, 'snapshot');
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      const told = (this.error = error as ClientError);
      this.tell((observer) => observer.error?.(told));
      return error instanceof HttpError;
    }
  }
}
