import type { Refusal } from '@wee5/contract';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { DatabaseErrorKind } from './database/port.ts';
import type { SubjectKind } from './limits/policies.ts';

/** What became of an activity: decided by the database, or refused by a mark before it got there. */
export type AwardOutcome = 'awarded' | 'duplicate' | 'refused-early' | Refusal;

/** What can be looked at when somebody asks. */
export interface Watched {
  viewers: () => number;
  marksFailing: () => boolean;
  limitsFailing: () => boolean;
}

let ofThisProcess: Registry | undefined;

/** Memory, CPU and event loop belong to the process, however many contexts run in it. */
function processMetrics(): Registry {
  if (!ofThisProcess) {
    ofThisProcess = new Registry();
    collectDefaultMetrics({ register: ofThisProcess });
  }
  return ofThisProcess;
}

/** What Prometheus reads, one of a kind per context. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #process = processMetrics();
  readonly #answers = this.#counter(
    'wee5_webhook_answers_total',
    'Webhooks by what they were answered: the status, or the error code.',
    'answer',
  );
  readonly #activities = this.#counter(
    'wee5_activities_total',
    'Activities by what became of them; refused-early never reached the database.',
    'outcome',
  );
  readonly #batchSize = this.#histogram(
    'wee5_batch_activities',
    'Activities that were committed together.',
    [1, 2, 5, 10, 20, 50, 100, 200],
  );
  readonly #awardSeconds = this.#histogram(
    'wee5_award_seconds',
    'How long scoring a batch and having the database decide it took.',
    [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  );
  readonly #marksFailures = this.#counter(
    'wee5_marks_failures_total',
    'Tries to read or write marks that failed or took too long.',
    'doing',
  );
  readonly #limitsFailures = this.#counter(
    'wee5_limits_failures_total',
    'Tries to count a request that failed or took too long.',
  );
  readonly #rateLimited = this.#counter(
    'wee5_rate_limited_total',
    'Requests refused because their subject asked too often.',
    'subject',
  );
  readonly #databaseErrors = this.#counter(
    'wee5_database_errors_total',
    'Database calls that failed, by what can be done about it.',
    'kind',
  );

  readonly #integrityChecks = this.#counter(
    'wee5_integrity_checks_total',
    'Comparisons of a community with its log, by what they found: ok, or mismatch.',
    'result',
  );
  readonly #integrityMismatches = this.#counter(
    'wee5_integrity_mismatches_total',
    'What differed from the log: total, peak, level, reachedAt, period, streakDay, or a log without its member.',
    'what',
  );

  /** `answer` is the status of a webhook answer, or the code of a problem. */
  webhookAnswered(answer: string): void {
    this.#answers.inc({ answer });
  }

  /** One batch: how many activities went to the database, and how long that took. */
  batchAwarded(activities: number, seconds: number): void {
    this.#batchSize.observe(activities);
    this.#awardSeconds.observe(seconds);
  }

  activitiesDecided(outcome: AwardOutcome, count: number): void {
    if (count > 0) this.#activities.inc({ outcome }, count);
  }

  marksFailed(doing: 'reading' | 'writing'): void {
    this.#marksFailures.inc({ doing });
  }

  limitsFailed(): void {
    this.#limitsFailures.inc();
  }

  rateLimited(subject: SubjectKind): void {
    this.#rateLimited.inc({ subject });
  }

  /** One community was compared with its log; `counts` is how much of each kind differed. */
  integrityChecked(counts: Record<string, number>): void {
    const differing = Object.entries(counts);
    this.#integrityChecks.inc({ result: differing.length === 0 ? 'ok' : 'mismatch' });
    for (const [what, count] of differing) this.#integrityMismatches.inc({ what }, count);
  }

  databaseFailed(kind: DatabaseErrorKind): void {
    this.#databaseErrors.inc({ kind });
  }

  /** Gauges that are read when they are asked for. */
  watch({ viewers, marksFailing, limitsFailing }: Watched): void {
    this.#gauge('wee5_live_viewers', 'Open live streams.', viewers);
    this.#gauge('wee5_marks_failing', '1 while the path goes on without marks.', () => +marksFailing());
    this.#gauge('wee5_limits_failing', '1 while requests are not counted.', () => +limitsFailing());
  }

  /** The text Prometheus scrapes, and its content type. */
  async read(): Promise<{ contentType: string; text: string }> {
    const all = Registry.merge([this.#registry, this.#process]);
    return { contentType: all.contentType, text: await all.metrics() };
  }

  #counter<Label extends string>(name: string, help: string, ...labelNames: Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.#registry] });
  }

  #histogram(name: string, help: string, buckets: number[]): Histogram {
    return new Histogram({ name, help, buckets, registers: [this.#registry] });
  }

  #gauge(name: string, help: string, look: () => number): void {
    const registers = [this.#registry];
    const gauge: Gauge = new Gauge({ name, help, registers, collect: () => gauge.set(look()) });
  }
}
