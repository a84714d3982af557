import type { Environment } from '../environment.ts';
import { HttpError } from '../errors.ts';
import type { Keeper } from '../live-part.ts';
import type { ShownView } from '../shown-view.ts';
import type { DataOf, View } from '../types.ts';
import { isRefusal } from './is-refusal.ts';
import type { Change, Context, Need } from './views/change.ts';
import { changeView } from './views/index.ts';
import { WindowEnd } from './window-end.ts';

/** What a keeper needs of its feed. */
export interface ViewHost {
  readonly environment: Environment;
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

/** Brings a view up to date by what is heard, and asks for it again where that does not do. */
export class ViewKeeper<V extends View> implements Keeper<V> {
  readonly #shown: ShownView<V>;
  readonly #host: ViewHost;
  readonly #windowEnd: WindowEnd;
  /** Of the newest answer of the API; shown data may be newer by what events told. */
  #loadedVersion = -1;
  /** How new an answer has to be, for what is shown to be true and for its details. */
  #wanted = { soon: 0, later: 0 };
  /** Since the last request was begun. */
  #distrusted = false;
  #startedAt = Number.NEGATIVE_INFINITY;
  #timer: { at: number; callOff: () => void } | undefined;
  /** Attempts in a row that did not give what was wanted. */
  #vain = 0;

  /** Takes the view as far as it has come by itself. */
  constructor(shown: ShownView<V>, host: ViewHost) {
    this.#shown = shown;
    this.#host = host;
    this.#windowEnd = new WindowEnd(host.environment, () => this.distrust());
    shown.keeper = this;
    if (shown.update) this.#note(shown.update.data);
    if (shown.error) this.settled();
  }

  asked(): void {
    this.#timer?.callOff();
    this.#timer = undefined;
    this.#startedAt = this.#host.environment.now();
    this.#distrusted = false;
  }

  answered(answer: DataOf<V>): DataOf<V> {
    this.#note(answer);
    return answer.version < this.#shown.version ? answer : this.#replay(answer);
  }

  settled(): void {
    const { error } = this.#shown;
    if (error) this.#vain += 1;
    if (!isRefusal(error)) this.#loadIfWanted();
  }

  close(): void {
    this.#timer?.callOff();
    this.#windowEnd.forget();
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
    if (version !== this.#shown.version || this.#loadedVersion < 0) this.want(version);
  }

  /** Forgets which version is shown: the community begins again, as after a restored backup. */
  rewind(): void {
    this.#shown.version = this.#loadedVersion = -1;
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
    const { update, version } = this.#shown;
    if (!update || change.version <= version) return;
    const { data, need } = this.#step(update.data, change);
    this.want(change.version, need);
    if (data === update.data) return;
    const isNews = !isSameVersionApart(update.data, data);
    this.#shown.show(data, isNews ? 'live' : update.cause, isNews);
  }

  #note(answer: DataOf<V>): void {
    this.#loadedVersion = this.#distrusted ? -1 : answer.version;
    this.#vain = answer.version < this.#wanted.soon ? this.#vain + 1 : 0;
    this.#windowEnd.watch(this.#shown.view, answer);
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
    const outcome = changeView(this.#shown.view, data, { members: members ?? [], context });
    return { need: outcome.need, data: { ...(outcome.data as DataOf<V>), version } };
  }

  get #showsXp(): boolean {
    const { kind } = this.#shown.view;
    return kind === 'leaderboard' || kind === 'rankCard';
  }

  #loadIfWanted(): void {
    const { soon, later } = this.#wanted;
    const isEnough = this.#loadedVersion >= Math.max(soon, later);
    if (isEnough || this.#shown.loading || !this.#host.isActive()) return;
    const { environment } = this.#host;
    const now = environment.now();
    const wait =
      this.#loadedVersion < soon ? JITTER_MS * environment.random() : LATER_MS * (1 + environment.random());
    const at = Math.max(now + wait, this.#startedAt + this.#pause());
    if (this.#timer && this.#timer.at <= at) return;
    this.#timer?.callOff();
    this.#timer = { at, callOff: environment.after(at - now, () => void this.#shown.load()) };
  }

  #pause(): number {
    const { error } = this.#shown;
    const asked = error instanceof HttpError ? (error.retryAfter ?? 0) * 1000 : 0;
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
