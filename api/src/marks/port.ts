/**
 * Marks let the path refuse early what the database would refuse (a cooldown), and are never the truth: losing
 * every mark costs a database call, not correctness.
 *
 * A mark is a fact about event times ("this activity was awarded"), so it stays true however late it is written or
 * read and however wrong a clock is; its time to live only says how long it is worth keeping.
 */
export interface Mark {
  /** Event time of the awarded activity, in milliseconds since the epoch. */
  at: number;
  /** Its natural key, so that a redelivery is told from a second activity. */
  key: string;
}

export interface Marks {
  /** What `/readyz` names: `memory`, `upstash`. */
  readonly name: string;
  /** One round trip for a batch; the result has the order of `ids`. */
  read(ids: string[]): Promise<(Mark | null)[]>;
  /** One round trip for a batch; a mark is forgotten `ttlMs` after it was written. */
  write(entries: { id: string; mark: Mark; ttlMs: number }[]): Promise<void>;
  /** One round trip for a batch; what is not kept is no error. */
  forget(ids: string[]): Promise<void>;
  close(): Promise<void>;
}
