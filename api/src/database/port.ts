/**
 * The one narrow way to the database: call a named SQL function with named arguments.
 *
 * Every function returns one `jsonb` value, so numbers, times and nesting mean the same whichever adapter
 * carries them. Scalars travel as themselves; arrays and objects always travel as `jsonb`.
 */
export interface Database {
  /** What start-up prints and `/readyz` names, without credentials: `embedded (PGlite)`, `postgres at host/db`. */
  readonly name: string;

  /** Calls `public.<fn>(arg => value, …)`. Rejects with a `DatabaseError`. */
  call<Result>(fn: string, args: Record<string, unknown>, options?: CallOptions): Promise<Result>;

  /**
   * Hears what commits say, at least on the topics that are followed. `onMessage` gets one parsed message per
   * commit and topic; `onGap` is called when messages may have been missed (a connection that was lost and came
   * back, a topic that is only now heard): those of one topic, or without one those of all.
   */
  listen(onMessage: OnMessage, onGap: OnGap): Promise<Listening>;

  /** Waits for calls in flight, then closes. Safe to call twice. */
  close(): Promise<void>;
}

export interface CallOptions {
  /** Answered or rejected within this time instead of the adapter's own: for what changes a whole community. */
  patienceMs?: number;
}

export type OnMessage = (message: CommitMessage) => void;
export type OnGap = (topic?: string) => void;

/** What `listen` began. Some databases tell everything anyway; others only what is followed. */
export interface Listening {
  /** Wants this topic as well. Where it takes time until it is heard, a gap of the topic is told then. */
  readonly follow: (topic: string) => void;
  readonly unfollow: (topic: string) => void;
  /** Whether what is said on this topic at this moment will be heard. */
  readonly hears: (topic: string) => boolean;
  readonly stop: () => Promise<void>;
}

/** One message of a commit: `topic` is `community:{id}` or `member:{communityId}:{userId}`. */
export interface CommitMessage {
  topic: string;
  event: string;
  payload: { version: number } & Record<string, unknown>;
}

/**
 * Why a call failed, by SQLSTATE class and never by text.
 *
 * - `poison`: the data itself is refused (classes 22 and 23); the same call can never succeed.
 * - `stale-configuration`: an award was computed with an older configuration (`W5001`); reload and retry once.
 * - `conflict`: another transaction won (class 40); retry at once.
 * - `unavailable`: everything else (classes 08, 53, 57, a timeout, a broken deployment); a later retry may help.
 */
export type DatabaseErrorKind = 'poison' | 'stale-configuration' | 'conflict' | 'unavailable';

export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly kind: DatabaseErrorKind;
  /** The SQLSTATE, where the database gave one. */
  readonly sqlState: string | undefined;

  constructor(
    message: string,
    options: { kind: DatabaseErrorKind; sqlState?: string | undefined; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.kind = options.kind;
    this.sqlState = options.sqlState;
  }
}

/** Sorts a SQLSTATE into what the caller can do about it. */
export function kindOf(sqlState: string | undefined): DatabaseErrorKind {
  if (sqlState === 'W5001') return 'stale-configuration';
  switch (sqlState?.slice(0, 2)) {
    case '22':
    case '23':
      return 'poison';
    case '40':
      return 'conflict';
    default:
      return 'unavailable';
  }
}
