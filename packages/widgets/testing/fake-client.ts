import type {
  ActivityOptions,
  Client,
  DataOf,
  Leaderboard,
  LeaderboardOptions,
  LiveEvent,
  LiveState,
  MemberActivity,
  NetworkError,
  HttpError,
  Observer,
  Reward,
  Rewards,
  View,
} from '@wee5/client';
import { Script } from './script.ts';

interface Watcher {
  view: View;
  observer: Observer<View>;
}

const unused = () => Promise.reject(new Error('No widget asks for this directly.'));

/** A client whose feed says what a script tells it to: for the gallery and for each designed state in the tests. */
export class FakeClient implements Client {
  readonly apiUrl = 'https://api.example.com';
  readonly communityId: string;
  readonly getCommunity = unused;
  readonly getMyCard = unused;
  readonly updateMe = unused;
  readonly getRankCard = unused;
  /** What claims are answered, by reward id. */
  readonly claims = new Script<string, Reward>();
  readonly claimReward = this.claims.ask;
  /** What is answered to who asks for the rewards directly: what became of a claim. */
  readonly rewardReads = new Script<unknown, Rewards>();
  readonly getRewards = this.rewardReads.ask;
  /** The pages of the reader's own log. */
  readonly activity = new Script<ActivityOptions | undefined, MemberActivity>();
  readonly getMyActivity = ({ signal, ...page }: ActivityOptions = {}) => this.activity.ask(page, { signal });
  state: LiveState = { status: 'connecting', transport: null, since: new Date() };
  /** How often a watch has begun. */
  begun = 0;
  readonly #watchers = new Set<Watcher>();
  readonly #known = new Map<string, { data: DataOf<View>; receivedAt: Date }>();
  readonly #failed = new Map<string, HttpError | NetworkError>();
  /** The pages that were asked for directly. */
  readonly pagesAsked: LeaderboardOptions[] = [];
  readonly #pages: ((options: LeaderboardOptions) => Promise<Leaderboard>)[] = [];

  constructor(communityId = 'biz_demo') {
    this.communityId = communityId;
  }

  /** The views that are watched now, without what is undefined in them. */
  get watched(): View[] {
    return JSON.parse(JSON.stringify([...this.#watchers].map(({ view }) => view))) as View[];
  }

  live() {
    const watch = <V extends View>(view: V, observer: Observer<V>) => this.#watch(view, observer);
    return { state: this.state, watch };
  }

  /** The newest truth about every view of a kind. */
  say<K extends View['kind']>(
    kind: K,
    data: DataOf<Extract<View, { kind: K }>>,
    receivedAt = new Date(),
  ): void {
    const cause = this.#known.has(kind) ? 'live' : 'snapshot';
    this.#known.set(kind, { data, receivedAt });
    this.#failed.delete(kind);
    for (const { observer } of this.#of(kind)) observer.data({ data, receivedAt, cause });
  }

  fail(kind: View['kind'], error: HttpError | NetworkError): void {
    this.#failed.set(kind, error);
    for (const { observer } of this.#of(kind)) observer.error?.(error);
  }

  /** Views of this kind wait for what is said next. */
  forget(kind: View['kind']): void {
    this.#known.delete(kind);
    this.#failed.delete(kind);
  }

  /** How the next requests for a page of a leaderboard are answered, one by one. */
  answerPages(...answers: ((options: LeaderboardOptions) => Promise<Leaderboard>)[]): void {
    this.#pages.push(...answers);
  }

  getLeaderboard(options: LeaderboardOptions = {}): Promise<Leaderboard> {
    const { signal: _signal, ...asked } = options;
    this.pagesAsked.push(asked);
    return this.#pages.shift()?.(options) ?? unused();
  }

  become(status: LiveState['status'], since = new Date()): void {
    this.state = { status, transport: status === 'live' ? 'sse' : null, since };
    for (const { observer } of this.#watchers) observer.state?.(this.state);
  }

  happen(event: LiveEvent): void {
    for (const { observer } of this.#watchers) observer.event?.(event);
  }

  #of(kind: View['kind']): Watcher[] {
    return [...this.#watchers].filter(({ view }) => view.kind === kind);
  }

  #watch<V extends View>(view: V, observer: Observer<V>): () => void {
    this.begun++;
    const watcher = { view, observer: observer as unknown as Observer<View> };
    this.#watchers.add(watcher);
    watcher.observer.state?.(this.state);
    const known = this.#known.get(view.kind);
    const failed = this.#failed.get(view.kind);
    if (known) watcher.observer.data({ ...known, cause: 'snapshot' });
    if (failed) watcher.observer.error?.(failed);
    return () => void this.#watchers.delete(watcher);
  }
}
