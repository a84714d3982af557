import { Attempt, type AttemptOptions } from '../attempt.ts';
import type { Configuration } from '../database/functions.ts';
import type { Mark, Marks } from '../marks/port.ts';
import { PATIENCE_MS } from '../upstash.ts';
import type { Activity } from './activity.ts';
import type { Configurations } from './configurations.ts';
import { cooldownOf } from './cooldown-of.ts';
import { findRules } from './ruled.ts';

export interface CoolDownOptions extends Pick<AttemptOptions, 'log' | 'elapsed'> {
  marks: Marks;
  configurations: Pick<Configurations, 'find'>;
  onFailure?: ((doing: 'reading' | 'writing') => void) | undefined;
}

/** Whose marks are meant: a member and the sources they have been active in. */
export interface MarkedMember extends Pick<Activity, 'communityId' | 'userId'> {
  sources: readonly string[];
}

/**
 * Refuses early what the database would refuse, by the marks of what was awarded. Without marks nothing is
 * refused here: losing them costs a database call, not correctness.
 */
export class CoolDown {
  readonly #marks: Marks;
  readonly #configurations: Pick<Configurations, 'find'>;
  readonly #reading: Attempt;
  readonly #writing: Attempt;
  readonly #writes = new Set<Promise<unknown>>();

  constructor(options: CoolDownOptions) {
    this.#marks = options.marks;
    this.#configurations = options.configurations;
    // Apart: a store that reads but refuses writes would otherwise fail and recover with every batch.
    this.#reading = attempt('reading', options);
    this.#writing = attempt('writing', options);
  }

  get degraded(): boolean {
    return this.#reading.failing || this.#writing.failing;
  }

  /** Those that are still cooling. Rejects with a `DatabaseError` where the rules cannot be loaded. */
  async refused(activities: Activity[]): Promise<Set<Activity>> {
    const cooldowns = cooldownsOf(activities, await findRules(this.#configurations, activities));
    const ids = [...new Set([...cooldowns.keys()].map(markId))];
    if (ids.length === 0) return new Set();
    const found = await this.#reading.run(async () => this.#marks.read(ids));
    const marks = new Map(ids.map((id, index) => [id, found?.[index]]));
    return new Set(
      [...cooldowns.keys()].filter((activity) =>
        isCooling(activity, marks.get(markId(activity)), cooldowns.get(activity) ?? 0),
      ),
    );
  }

  /** Marks what was awarded, after its commit. Nobody waits for it. */
  remember(awarded: { activity: Activity; configuration: Configuration }[]): void {
    const entries = new Map<string, { id: string; mark: Mark; ttlMs: number }>();
    for (const { activity, configuration } of awarded) {
      const id = markId(activity);
      const mark = { at: activity.at.getTime(), key: activity.key };
      const ttlMs = cooldownOf(configuration, activity.type) * 1000;
      if (ttlMs > 0 && mark.at >= (entries.get(id)?.mark.at ?? -Infinity))
        entries.set(id, { id, mark, ttlMs });
    }
    if (entries.size > 0) this.#write([...entries.values()]);
  }

  /** Forgets the marks of a member, also those that are being written; where that fails they run out by themselves. */
  async forget({ sources, ...member }: MarkedMember): Promise<void> {
    await this.drain();
    const ids = sources.map((type) => markId({ ...member, type }));
    await this.#writing.run(async () => this.#marks.forget(ids));
  }

  /** Waits for marks that are being written. */
  async drain(): Promise<void> {
    await Promise.all(this.#writes);
  }

  #write(entries: { id: string; mark: Mark; ttlMs: number }[]): void {
    const write = this.#writing.run(async () => this.#marks.write(entries));
    this.#writes.add(write);
    void write.then(() => this.#writes.delete(write));
  }
}

function attempt(doing: 'reading' | 'writing', options: CoolDownOptions): Attempt {
  const { log, elapsed, marks, onFailure } = options;
  return new Attempt({
    what: `${doing} marks (${marks.name})`,
    log,
    elapsed,
    patienceMs: PATIENCE_MS,
    onFailure: () => onFailure?.(doing),
  });
}

type Marked = Pick<Activity, 'communityId' | 'userId'> & { type: string };

function markId({ communityId, userId, type }: Marked): string {
  return [communityId, userId, type].map(escapeColon).join(':');
}

/** `a:b` + `c` must not be `a` + `b:c`: a member would be refused by somebody else's mark. */
function escapeColon(id: string): string {
  return id.replace(/[%:]/g, encodeURIComponent);
}

/** In seconds, of those whose source has a cooldown. */
function cooldownsOf(activities: Activity[], rules: Map<string, Configuration>): Map<Activity, number> {
  const all = activities.map((activity) => {
    const configuration = rules.get(activity.communityId);
    if (!configuration || mayBeAnswered(activity, configuration)) return [activity, 0] as const;
    return [activity, cooldownOf(configuration, activity.type)] as const;
  });
  return new Map(all.filter(([, seconds]) => seconds > 0));
}

/** Where answering a newcomer pays more, the database must know whose each message is, also of those that earn nothing. */
function mayBeAnswered({ type }: Activity, { rules }: Configuration): boolean {
  return (type === 'chat' || type === 'reply') && rules.sources.reply?.newcomerBonus !== undefined;
}

/** A redelivery of the awarded activity itself must reach the database, which answers that it is a duplicate. */
function isCooling({ key, at }: Activity, mark: Mark | null | undefined, cooldown: number): boolean {
  if (!mark || mark.key === key) return false;
  return Math.abs(at.getTime() - mark.at) < cooldown * 1000;
}
