import { Attempt, type AttemptOptions } from '../attempt.ts';
import type { Configuration } from '../database/functions.ts';
import type { Mark, Marks } from '../marks/port.ts';
import { PATIENCE_MS } from '../upstash.ts';
import type { Activity } from './activity.ts';
import type { Configurations } from './configurations.ts';
import { isPoison } from './isolate-poison.ts';

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
    const ids = [...new Set(activities.map(markId))];
    const [rules, found] = await Promise.all([
      this.#findRules(activities),
      this.#reading.run(async () => this.#marks.read(ids)),
    ]);
    const marks = new Map(ids.map((id, index) => [id, found?.[index]]));
    return new Set(
      activities.filter((activity) =>
        isCooling(activity, marks.get(markId(activity)), rules.get(activity.communityId)),
      ),
    );
  }

  /** Marks what was awarded, after its commit. Nobody waits for it. */
  remember(awarded: { activity: Activity; configuration: Configuration }[]): void {
    const entries = new Map<string, { id: string; mark: Mark; ttlMs: number }>();
    for (const { activity, configuration } of awarded) {
      const id = markId(activity);
      const mark = { at: activity.at.getTime(), key: activity.key };
      const ttlMs = configuration.cooldownSeconds * 1000;
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

  async #findRules(activities: Activity[]): Promise<Map<string, Configuration>> {
    try {
      return await this.#configurations.find(activities.map(({ communityId }) => communityId));
    } catch (error) {
      // One community's id is refused as data: awarding meets the same refusal and finds out whose it is.
      if (isPoison(error)) return new Map();
      throw error;
    }
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

/** A redelivery of the awarded activity itself must reach the database, which answers that it is a duplicate. */
function isCooling(
  activity: Activity,
  mark: Mark | null | undefined,
  rule: Configuration | undefined,
): boolean {
  if (!mark || !rule || mark.key === activity.key) return false;
  return Math.abs(activity.at.getTime() - mark.at) < rule.cooldownSeconds * 1000;
}
