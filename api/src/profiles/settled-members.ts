/** Who need not be looked at for a while. What is forgotten here costs a question to the database. */
export class SettledMembers {
  readonly #now: () => Date;
  readonly #limit: number;
  readonly #until = new Map<string, number>();

  constructor({ now, limit = 50_000 }: { now: () => Date; limit?: number }) {
    this.#now = now;
    this.#limit = limit;
  }

  settle(communityId: string, userIds: Iterable<string>, ms: number): void {
    const until = this.#now().getTime() + ms;
    for (const userId of userIds) {
      const member = keyOf(communityId, userId);
      this.#until.delete(member);
      this.#until.set(member, until);
    }
    for (const oldest of this.#until.keys()) {
      if (this.#until.size <= this.#limit) return;
      this.#until.delete(oldest);
    }
  }

  has(communityId: string, userId: string): boolean {
    return (this.#until.get(keyOf(communityId, userId)) ?? 0) > this.#now().getTime();
  }
}

function keyOf(communityId: string, userId: string): string {
  return JSON.stringify([communityId, userId]);
}
