/** Members of one community whose profiles are wanted. */
export interface Wanted {
  communityId: string;
  userIds: string[];
}

/** Who is to be looked at, each once; communities take turns, so that a large one does not keep a small one waiting. */
export class WaitingMembers {
  readonly #limit: number;
  readonly #byCommunity = new Map<string, Set<string>>();
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Leaves out who waits already, and whoever would be one too many: they are wanted again with the next read. */
  add({ communityId, userIds }: Wanted): void {
    const waiting = this.#byCommunity.get(communityId) ?? new Set<string>();
    for (const userId of userIds) {
      if (waiting.has(userId) || this.#size >= this.#limit) continue;
      waiting.add(userId);
      this.#size += 1;
    }
    if (waiting.size > 0) this.#byCommunity.set(communityId, waiting);
  }

  /** Some of the community whose turn it is; undefined when nobody waits. */
  take(count: number): Wanted | undefined {
    const [next] = this.#byCommunity;
    if (!next) return undefined;
    const [communityId, waiting] = next;
    const userIds = [...waiting].slice(0, count);
    for (const userId of userIds) waiting.delete(userId);
    this.#size -= userIds.length;
    this.#byCommunity.delete(communityId);
    if (waiting.size > 0) this.#byCommunity.set(communityId, waiting);
    return { communityId, userIds };
  }
}
