import type { EffortBank, RulesInput } from '@wee5/contract';
import type { Activity } from '../support/index.ts';

/** What became of an activity. */
export interface Decided {
  activity: Activity;
  xp: number;
  refusal: string | null;
}

interface SourceRule {
  cooldownSeconds?: number | undefined;
  effortBank?: EffortBank | undefined;
  dailyCap?: number | undefined;
  weeklyCap?: number | undefined;
}

const HOUR = 3_600_000;
const atOf = ({ at }: Activity): number => Date.parse(at);

/**
 * The rules as they are told to members, for activities one after another: slow, without a database, and in other words
 * than the SQL. `midnight` is the one at which a day and a week end; every activity lies within a day of it.
 */
export class Model {
  readonly #rules: RulesInput;
  readonly #cooldownSeconds: number;
  readonly #midnight: number;
  readonly #awarded: Decided[] = [];
  /** By member and source; in parts of an XP that make every refill a whole number. */
  readonly #banks = new Map<string, { parts: number; at: number }>();

  constructor(rules: RulesInput, options: { cooldownSeconds: number; midnight: string }) {
    this.#rules = rules;
    this.#cooldownSeconds = options.cooldownSeconds;
    this.#midnight = Date.parse(options.midnight);
  }

  decide(activity: Activity): Decided {
    const decided = this.#decide(activity);
    if (decided.refusal === null) this.#awarded.push(decided);
    return decided;
  }

  #decide(activity: Activity): Decided {
    const refused = (refusal: string) => ({ activity, xp: 0, refusal });
    if (this.#coolsDown(activity)) return refused('cooldown');
    if (activity.xp === 0) return { activity, xp: 0, refusal: null };
    const share = Math.round(activity.xp / this.#nth(activity));
    if (share === 0) return refused('repeat');
    const held = this.#held(activity);
    if (held < 1) return refused('bank');
    const xp = Math.min(share, held, this.#leftOfCaps(activity));
    if (xp === 0) return refused('cap');
    this.#pay(activity, xp);
    return { activity, xp, refusal: null };
  }

  #ruleOf(type: string): SourceRule {
    return (this.#rules.sources as Record<string, SourceRule> | undefined)?.[type] ?? {};
  }

  #ofMember(activity: Activity, type?: string): Decided[] {
    return this.#awarded.filter(
      (other) => other.activity.userId === activity.userId && (!type || other.activity.type === type),
    );
  }

  #coolsDown(activity: Activity): boolean {
    const { effortBank, cooldownSeconds = this.#cooldownSeconds } = this.#ruleOf(activity.type);
    const cooldown = effortBank ? 0 : cooldownSeconds * 1000;
    return this.#ofMember(activity, activity.type).some(
      (other) => Math.abs(atOf(other.activity) - atOf(activity)) < cooldown,
    );
  }

  #nth(activity: Activity): number {
    if (!this.#rules.repeatReactions || activity.type !== 'reaction') return 1;
    const same = this.#ofMember(activity, 'reaction').filter(
      ({ activity: other }) => other.counterpartId === activity.counterpartId,
    );
    return 1 + same.length;
  }

  #held(activity: Activity): number {
    const { effortBank } = this.#ruleOf(activity.type);
    if (!effortBank) return Infinity;
    return Math.floor(this.#fill(activity, effortBank).parts / HOUR);
  }

  #fill(activity: Activity, { capacity, refillPerHour }: EffortBank): { parts: number; at: number } {
    const bank = this.#banks.get(activity.userId + activity.type);
    if (!bank) return { parts: capacity * HOUR, at: atOf(activity) };
    const passed = Math.max(0, atOf(activity) - bank.at);
    const parts = Math.min(capacity * HOUR, bank.parts + passed * refillPerHour);
    return { parts, at: bank.at + passed };
  }

  #pay(activity: Activity, xp: number): void {
    const { effortBank } = this.#ruleOf(activity.type);
    if (!effortBank) return;
    const { parts, at } = this.#fill(activity, effortBank);
    this.#banks.set(activity.userId + activity.type, { parts: parts - xp * HOUR, at });
  }

  #leftOfCaps(activity: Activity): number {
    const isLate = atOf(activity) >= this.#midnight;
    const spent = (type?: string) =>
      this.#ofMember(activity, type)
        .filter(({ activity: other }) => atOf(other) >= this.#midnight === isLate)
        .reduce((sum, { xp }) => sum + xp, 0);
    const rule = this.#ruleOf(activity.type);
    const caps = [rule.dailyCap, rule.weeklyCap].map((cap = Infinity) => cap - spent(activity.type));
    const all = [this.#rules.dailyCap, this.#rules.weeklyCap].map((cap = Infinity) => cap - spent());
    return Math.min(...caps, ...all);
  }
}
