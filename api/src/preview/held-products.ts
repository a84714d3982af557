import type { MembershipRow } from '../database/functions.ts';

/** Which products members held when, as far as the newest words about their memberships tell. */
export class HeldProducts {
  readonly #byMember = new Map<string, MembershipRow[]>();

  add(memberships: MembershipRow[]): void {
    for (const membership of memberships) {
      const known = this.#byMember.get(membership.userId) ?? [];
      this.#byMember.set(membership.userId, [...known, membership]);
    }
  }

  at(userId: string, at: Date): string[] {
    return (this.#byMember.get(userId) ?? []).flatMap((membership) =>
      membership.productId !== null && holds(membership, at) ? [membership.productId] : [],
    );
  }
}

function holds({ active, activatedAt, deactivatedAt }: MembershipRow, at: Date): boolean {
  const time = at.getTime();
  const hasBegun = activatedAt === null || Date.parse(activatedAt) <= time;
  return hasBegun && (active || (deactivatedAt !== null && Date.parse(deactivatedAt) > time));
}
