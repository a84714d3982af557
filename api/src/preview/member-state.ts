import type { ActivityType, EffortBank } from '@wee5/contract';

const HOUR_MS = 3_600_000;

/** What a simulation knows of one member: all that bounds what they earn next. Times are milliseconds. */
export class MemberState {
  xp = 0;
  /** The earliest time the member is known to have been here. */
  joinedAt = Infinity;
  readonly #lastAwarded = new Map<ActivityType, number>();
  readonly #reactions = new Map<string, number[]>();
  readonly #banks = new Map<ActivityType, { xp: number; at: number }>();
  readonly #earned = new Map<string, number>();

  isCooling(type: ActivityType, at: number, cooldownMs: number): boolean {
    const last = this.#lastAwarded.get(type);
    return last !== undefined && at - last < cooldownMs;
  }

  /** The how-manieth awarded reaction of a kind to (or from) another member within `withinMs` the next one is. */
  nthReaction(type: ActivityType, counterpartId: string, at: number, withinMs: number): number {
    const times = this.#reactions.get(`${type} ${counterpartId}`) ?? [];
    return 1 + times.filter((time) => at - time < withinMs).length;
  }

  /** What the effort bank of a source holds; it begins full. */
  held(type: ActivityType, at: number, { capacity, refillPerHour }: EffortBank): number {
    const bank = this.#banks.get(type);
    if (!bank) return capacity;
    return Math.min(capacity, bank.xp + (Math.max(0, at - bank.at) / HOUR_MS) * refillPerHour);
  }

  drain(type: ActivityType, left: number, at: number): void {
    const { at: since = -Infinity } = this.#banks.get(type) ?? {};
    this.#banks.set(type, { xp: Math.max(0, left), at: Math.max(since, at) });
  }

  /** XP earned in a period, with one source or `all`. */
  earnedIn(period: string, source: ActivityType | 'all'): number {
    return this.#earned.get(`${period} ${source}`) ?? 0;
  }

  earn(type: ActivityType, at: number, xp: number): void {
    this.xp += xp;
    this.#lastAwarded.set(type, at);
  }

  countReaction(type: ActivityType, counterpartId: string, at: number): void {
    const key = `${type} ${counterpartId}`;
    this.#reactions.set(key, [...(this.#reactions.get(key) ?? []), at]);
  }

  countIn(period: string, type: ActivityType, xp: number): void {
    for (const source of [type, 'all'] as const) {
      this.#earned.set(`${period} ${source}`, this.earnedIn(period, source) + xp);
    }
  }
}
