import type { CommunityChanged, MemberChange } from '@wee5/contract';

/** Past this many members a list costs more than loading the page again. */
const MOST_CHANGES = 200;

interface Pending {
  after: number;
  version: number;
  /** By member, so that the last word wins; null where a list was lost or too long. */
  changed: Map<string, MemberChange> | null;
}

/**
 * Tells a burst of commits as a few: the first at once, then what has gathered, at most once per `intervalMs`. What
 * changed nothing that may be seen waits for the next change that did, so that nobody learns of it.
 */
export class Coalescer {
  readonly #send: (change: CommunityChanged) => void;
  readonly #intervalMs: number;
  #pending: Pending | undefined;
  #resting: NodeJS.Timeout | undefined;

  constructor(send: (change: CommunityChanged) => void, intervalMs: number) {
    this.#send = send;
    this.#intervalMs = intervalMs;
  }

  /** Takes the next commit; versions must rise. */
  add(change: CommunityChanged): void {
    this.#pending = merge(this.#pending, change);
    if (!this.#resting) this.flush();
  }

  /** Tells now what has gathered. */
  flush(): void {
    const pending = this.#pending;
    if (!pending || pending.changed?.size === 0) return;
    this.#pending = undefined;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#resting = undefined;
      this.flush();
    }, this.#intervalMs);
    this.#send(toChange(pending));
  }

  /** Forgets what has gathered: it is told in another way. */
  clear(): void {
    clearTimeout(this.#resting);
    this.#resting = undefined;
    this.#pending = undefined;
  }
}

function merge(
  pending: Pending | undefined,
  { version, after = version - 1, changed }: CommunityChanged,
): Pending {
  if (!pending) return { version, after, changed: changed ? byMember(changed) : null };
  // Something between the two was not heard: nobody can go on from what they have.
  if (after > pending.version) return { version, after: version, changed: null };
  if (!pending.changed || !changed) return { version, after: pending.after, changed: null };
  for (const change of changed) pending.changed.set(change.userId, change);
  const tooLong = pending.changed.size > MOST_CHANGES;
  return { version, after: pending.after, changed: tooLong ? null : pending.changed };
}

function byMember(changed: MemberChange[]): Map<string, MemberChange> {
  return new Map(changed.map((change) => [change.userId, change]));
}

function toChange({ version, after, changed }: Pending): CommunityChanged {
  return {
    version,
    ...(after === version - 1 ? {} : { after }),
    ...(changed ? { changed: [...changed.values()] } : {}),
  };
}
