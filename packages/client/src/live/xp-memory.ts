import type { MemberChange } from '../contract.ts';

/** Members beyond this are forgotten, the longest unchanged first: a forgotten one costs a request, no truth. */
const MOST_MEMBERS = 10_000;

/** The last XP that changes told of each member: who stood above a member before does not overtake them now. */
export class XpMemory {
  readonly #xp = new Map<string, number>();

  get(userId: string): number | undefined {
    return this.#xp.get(userId);
  }

  note(members: readonly MemberChange[]): void {
    for (const { userId, xp } of members) {
      this.#xp.delete(userId);
      this.#xp.set(userId, xp);
    }
    for (const userId of this.#xp.keys()) {
      if (this.#xp.size <= MOST_MEMBERS) return;
      this.#xp.delete(userId);
    }
  }

  clear(): void {
    this.#xp.clear();
  }
}
