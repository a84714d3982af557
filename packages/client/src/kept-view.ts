import type { Environment } from './environment.ts';
import { HttpError, isRefusal, ProtocolError, Wee5Error, type ClientError } from './errors.ts';
import type { DataOf, LiveEvent, LiveState, Observer, Update, View } from './types.ts';
import type { Change, Context, Need } from './views/change.ts';
import { changeView } from './views/index.ts';
import { WindowEnd } from './window-end.ts';

/** What a view needs of its feed. */
export interface ViewHost {
  readonly environment: Environment;
  /** Asks the API for the view as it is now. */
  load<V extends View>(view: V, signal: AbortSignal): Promise<DataOf<V>>;
  /** The last changes, oldest first. */
  readonly history: () => readonly Change[];
  readonly context: Context;
  /** False while nobody looks: nothing is loaded then. */
  readonly isActive: () => boolean;
}

/** Between two requests for the same view. */
const LEAST_PAUSE_MS = 500;
/** Everyone who watches has heard the same event: nobody asks at the same moment. */
const JITTER_MS = 150;
const LATER_MS = 3000;
const LONGEST_PAUSE_MS = 30_000;

/** One view and who watches it; see {@link LiveFeed}. */
export class KeptView<V extends View> {
  readonly observers = new Set<Observer<V>>();
  readonly #view: V;
  readonly #host: ViewHost;
  readonly #gone = new AbortController();
  readonly #windowEnd: WindowEnd;
  #update: Update<V> | undefined;
  /** Of what is shown; -1 before there is anything. */
  #version = -1;
  /** Of the newest answer of the API; shown data may be newer by what events told. */
  #loadedVersion = -1;
  /** How new an answer has to be, for what is shown to be true and for its details. */
  #wanted = { soon: 0, later: 0 };
  #loading: Promise<boolean> | undefined;
  /** Since the last request was begun. */
  #distrusted = false;
  #startedAt = Number.NEGATIVE_INFINITY;
  #timer: { at: number; callOff: () => void } | undefined;
  /** Attempts in a row that did not give what was wanted. */
  #vain = 0;
  #error: ClientError | undefined;

  constructor(view: V, host: ViewHost) {
    this.#view = view;
    this.#host = host;
    this.#windowEnd = new WindowEnd(host.environment, () => this.distrust());
  }

  get view(): V {
    return this.#view;
  }

  get version(): number {
    return this.#version;
  }

  get data(): DataOf<V> | undefined {
    return this.#update?.data;
  }

  /** Tells what is known, and loads where nothing is, or where the last attempt failed. */
  add(observer: Observer<V>, state: LiveState): void {
    this.observers.add(observer);
    call(() => observer.state?.(state));
    if (this.#update) call(() => observer.data(this.#update as Update<V>));
    if (!this.#update || this.#error) void this.load();
  }

  tellState(state: LiveState): void {
    for (const observer of this.observers) call(() => observer.state?.(state));
  }

  tellEvent(event: LiveEvent): void {
    for (const observer of this.observers) call(() => observer.event?.(event));
  }

  close(): void {
    this.#timer?.callOff();
    this.#windowEnd.forget();
    this.#gone.abort();
  }

  /** Only an answer of at least this version makes the view true again. */
  want(version: number, need: Need = 'soon'): void {
    if (need === 'nothing') return;
    this.#wanted[need] = Math.max(this.#wanted[need], version);
    this.#loadIfWanted();
  }

  /** A connection began at this version, so the API can be reached: what failed before is no reason to wait. */
  greet(version: number): void {
    this.#vain = 0;
    if (version !== this.#version || this.#loadedVersion < 0) this.want(version);
  }

  /** Forgets which version is shown: the community begins again, as after a restored backup. */
  rewind(): void {
    this.#version = this.#loadedVersion = -1;
    this.#wanted = { soon: 0, later: 0 };
  }

  /** What is shown may be wrong, whatever its version. */
  distrust(): void {
    this.#loadedVersion = -1;
    this.#distrusted = true;
    this.#loadIfWanted();
  }

  /** Takes a step of the community; one that the view has taken already, or cannot take, changes nothing. */
  apply(change: Change): void {
    if (!this.#update || change.version <= this.#version) return;
    const before = this.#update.data;
    const { data, need } = this.#step(before, change);
    this.want(change.version, need);
    if (data === before) return;
    this.#show(data, isSameVersionApart(before, data) ? undefined : 'live');
  }

  /** Asks the API now. Resolves with whether it was reached; never rejects. */
  load(): Promise<boolean> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
      if (!this.#gone.signal.aborted && !isRefusal(this.#error)) this.#loadIfWanted();
    });
    return this.#loading;
  }

  async #load(): Promise<boolean> {
    this.#timer?.callOff();
    this.#timer = undefined;
    this.#startedAt = this.#host.environment.now();
    this.#distrusted = false;
    try {
      this.#take(await this.#host.load(this.#view, this.#gone.signal));
      return true;
    } catch (error) {
      if (this.#gone.signal.aborted) return false;
      this.#fail(error);
      return error instanceof HttpError;
    }
  }

  #take(answer: DataOf<V>): void {
    this.#error = undefined;
    this.#loadedVersion = this.#distrusted ? -1 : answer.version;
    this.#vain = answer.version < this.#wanted.soon ? this.#vain + 1 : 0;
    // What is shown is newer than an answer of a cache on the way; telling it again says that all is well.
    const shown = answer.version < this.#version ? this.data : undefined;
    this.#show(shown ?? this.#replay(answer), 'snapshot');
    this.#windowEnd.watch(this.#view, answer);
  }

  /** Brings an answer to where the community has got to since. */
  #replay(answer: DataOf<V>): DataOf<V> {
    let data = answer;
    for (const change of this.#host.history()) {
      if (change.version <= data.version) continue;
      // The memory is as of the last change, so it says nothing about the time before an earlier one.
      const outcome = this.#step(data, change, { ...this.#host.context, xpBefore: () => undefined });
      data = outcome.data;
      this.want(change.version, outcome.need);
    }
    return data;
  }

  #step(data: DataOf<V>, change: Change, context = this.#host.context): { data: DataOf<V>; need: Need } {
    const { after, version, members, everything } = change;
    const cannotTake = after > data.version || everything || (members === null && this.#showsXp);
    if (cannotTake) return { data, need: 'soon' };
    const outcome = changeView(this.#view, data, { members: members ?? [], context });
    return { need: outcome.need, data: { ...(outcome.data as DataOf<V>), version } };
  }

  get #showsXp(): boolean {
    return this.#view.kind === 'leaderboard' || this.#view.kind === 'rankCard';
  }

  /** Keeps the newest data; tells it where there is something to tell. */
  #show(data: DataOf<V>, cause: Update<V>['cause'] | undefined): void {
    const receivedAt = new Date(this.#host.environment.now());
    const update = { data, receivedAt, cause: cause ?? this.#update?.cause ?? 'snapshot' };
    this.#version = data.version;
    this.#update = update;
    if (cause) for (const observer of this.observers) call(() => observer.data(update));
  }

  #fail(error: unknown): void {
    this.#vain += 1;
    const isKnown = error instanceof Wee5Error;
    const told = isKnown
      ? (error as ClientError)
      : new ProtocolError('The answer is of no use.', { cause: error });
    this.#error = told;
    for (const observer of this.observers) call(() => observer.error?.(told));
  }

  #loadIfWanted(): void {
    const { soon, later } = this.#wanted;
    if (this.#loading || this.#loadedVersion >= Math.max(soon, later) || !this.#host.isActive()) return;
    const { environment } = this.#host;
    const now = environment.now();
    const wait =
      this.#loadedVersion < soon ? JITTER_MS * environment.random() : LATER_MS * (1 + environment.random());
    const at = Math.max(now + wait, this.#startedAt + this.#pause());
    if (this.#timer && this.#timer.at <= at) return;
    this.#timer?.callOff();
    this.#timer = { at, callOff: environment.after(at - now, () => void this.load()) };
  }

  #pause(): number {
    const asked = this.#error instanceof HttpError ? (this.#error.retryAfter ?? 0) * 1000 : 0;
    const growing = Math.min(LEAST_PAUSE_MS * 2 ** this.#vain, LONGEST_PAUSE_MS);
    return (
      Math.max(asked, growing) + this.#host.environment.random() * (this.#vain > 0 ? growing : JITTER_MS)
    );
  }
}

/** Whether only the version is another. */
function isSameVersionApart(before: object, after: object): boolean {
  return Object.entries(after).every(
    ([name, value]) => name === 'version' || value === (before as Record<string, unknown>)[name],
  );
}

/** An observer that throws is the page's problem, and nobody else's. */
function call(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    report(error);
  }
}

function report(error: unknown): void {
  const { reportError } = globalThis as { reportError?: (error: unknown) => void };
  if (reportError) reportError(error);
  else {
    queueMicrotask(() => {
      throw error;
    });
  }
}
