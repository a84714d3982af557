import type { Refusal } from '@wee5/contract';
import type { Configuration } from '../database/functions.ts';
import type { Activity } from '../pipeline/activity.ts';
import { score, type Score } from '../pipeline/score.ts';
import { multiply, roundHalfUp, toDecimal } from '../pipeline/score/decimal.ts';
import type { ScoredActivity } from '../pipeline/score/scored-activity.ts';
import { limitsOf, type Cap, type Limits } from './limits-of.ts';
import { MemberState } from './member-state.ts';
import { Periods, type TimeZones } from './time-zones.ts';

/** What of an activity decides whether it counts. Of a reply, `counterpartId` is whom it answers, if that is known. */
export type SimulatedActivity = ScoredActivity & Pick<Activity, 'counterpartId'> & { joinedAt?: Date | null };

export interface Decision {
  outcome: 'awarded' | 'duplicate' | Refusal;
  xp: number;
}

export interface SimulationOptions {
  configuration: Configuration;
  zones: TimeZones;
  /** When members joined who were here before the first activity, in milliseconds. */
  joined?: Iterable<readonly [userId: string, joinedAt: number]>;
}

/**
 * What the database decides, decided in memory: the same duplicates, refusals, cooldowns, bonuses, repeats, effort banks
 * and caps. Activities of one community come in event-time order, those of one moment by key; nothing is known from
 * before the first one.
 */
export class Simulation {
  readonly #configuration: Configuration;
  readonly #periods: Periods;
  readonly #members = new Map<string, MemberState>();
  readonly #limits = new Map<string, Limits>();
  readonly #authors = new Map<string, string>();

  constructor({ configuration, zones, joined = [] }: SimulationOptions) {
    this.#configuration = configuration;
    this.#periods = new Periods(zones);
    for (const [userId, joinedAt] of joined) this.#member(userId).joinedAt = joinedAt;
  }

  /** XP that a member has earned so far. */
  xpOf(userId: string): number {
    return this.#members.get(userId)?.xp ?? 0;
  }

  /** What each member earned so far. */
  earned(): Map<string, number> {
    return new Map([...this.#members].map(([userId, { xp }]) => [userId, xp]));
  }

  play(activity: SimulatedActivity): Decision {
    if (this.#authors.has(activity.key)) return { outcome: 'duplicate', xp: 0 };
    this.#authors.set(activity.key, activity.userId);
    const member = this.#member(activity.userId);
    const joinedAt = Math.min(activity.at.getTime(), activity.joinedAt?.getTime() ?? Infinity);
    member.joinedAt = Math.min(member.joinedAt, joinedAt);

    const scored = score(this.#configuration, activity);
    if (scored.refusal) return { outcome: scored.refusal, xp: 0 };
    const limits = this.#limitsOf(activity);
    if (member.isCooling(activity.type, activity.at.getTime(), limits.cooldownMs)) {
      return { outcome: 'cooldown', xp: 0 };
    }
    return this.#bound(activity, this.#withBonus(activity, scored), limits);
  }

  #withBonus(activity: SimulatedActivity, { newcomerXp, newcomerDays, ...scored }: Score): Score {
    const author = this.#authors.get(activity.replyToKey ?? '') ?? activity.counterpartId;
    const isAnswer = author !== null && author !== activity.userId;
    const hereFor = activity.at.getTime() - (isAnswer ? this.#member(author).joinedAt : Infinity);
    const isNewcomer = hereFor >= 0 && hereFor < newcomerDays * 86_400_000;
    return { ...scored, xp: scored.xp + (isNewcomer ? newcomerXp : 0), newcomerXp, newcomerDays };
  }

  /** Repeat, effort bank and caps, in this order; what is worth 0 anyhow meets none of them. */
  #bound(activity: SimulatedActivity, scored: Score, limits: Limits): Decision {
    const { type, counterpartId } = activity;
    const member = this.#member(activity.userId);
    const at = activity.at.getTime();
    let { xp } = scored;
    if (xp > 0 && limits.repeatMs !== undefined && counterpartId !== null) {
      const nth = member.nthReaction(type, counterpartId, at, limits.repeatMs);
      xp = nth === 1 ? xp : shareOf(scored, nth);
      if (xp === 0) return { outcome: 'repeat', xp };
    }
    const held = xp > 0 && limits.effortBank ? member.held(type, at, limits.effortBank) : undefined;
    if (held !== undefined) {
      xp = Math.min(xp, wholeOf(held));
      if (xp === 0) return { outcome: 'bank', xp };
    }
    if (xp > 0 && limits.caps.length > 0) {
      xp = Math.min(xp, this.#leftOf(limits.caps, activity));
      if (xp <= 0) return { outcome: 'cap', xp: 0 };
    }
    member.earn(type, at, xp);
    if (held !== undefined) member.drain(type, held - xp, at);
    if (limits.repeatMs !== undefined && counterpartId !== null)
      member.countReaction(type, counterpartId, at);
    this.#countInPeriods(activity, xp);
    return { outcome: 'awarded', xp };
  }

  #leftOf(caps: Cap[], { userId, type, at }: SimulatedActivity): number {
    const member = this.#member(userId);
    const left = caps.map(({ of, period, limit }) => {
      return limit - member.earnedIn(this.#periods.find(period, at), of === 'all' ? 'all' : type);
    });
    return Math.min(...left);
  }

  #countInPeriods({ userId, type, at }: SimulatedActivity, xp: number): void {
    for (const kind of ['day', 'week'] as const) {
      this.#member(userId).countIn(this.#periods.find(kind, at), type, xp);
    }
  }

  #limitsOf({ type }: SimulatedActivity): Limits {
    const limits = this.#limits.get(type) ?? limitsOf(this.#configuration, type);
    this.#limits.set(type, limits);
    return limits;
  }

  #member(userId: string): MemberState {
    const member = this.#members.get(userId) ?? new MemberState();
    this.#members.set(userId, member);
    return member;
  }
}

/** One nth of what the receipt's base and multiplier make, from a half on the next whole XP. */
function shareOf({ receipt: { base, multiplier = 1 } }: Score, nth: number): number {
  return roundHalfUp(multiply(toDecimal(base), toDecimal(multiplier)), nth);
}

/** Thirds of an XP that add up to one are one. */
function wholeOf(held: number): number {
  return Math.floor(Number(held.toFixed(9)));
}
