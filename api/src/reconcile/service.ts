import type { DatabaseFunctions } from '../database/functions.ts';
import type { ReconciliationReport } from '../database/rows.ts';
import type { Logger } from '../logger.ts';
import { reconcile, type ReconcileOptions } from './reconcile.ts';

export interface ReconciliationOptions {
  functions: Pick<DatabaseFunctions, 'keepServiceAlive' | 'claimReconciliation' | 'finishReconciliation'>;
  /** Without it nothing can be asked for, and a gap is only told of. */
  whop: ReconcileOptions['whop'] | undefined;
  publicUrl: string | undefined;
  log: Logger;
  now: () => Date;
  /** How often this replica says that it is there, in milliseconds. Default 10 000. */
  aliveMs?: number;
  waitsMs?: number[];
}

const ALIVE_MS = 10_000;
/** Also where nothing is owed: what got lost between Whop and here leaves no gap. */
const EVERY_SECONDS = 15 * 60;
const FIRST_PAUSE_SECONDS = 60;
const LONGEST_PAUSE_SECONDS = 60 * 60;

/**
 * Notices when no replica was there (a crash, a database that was away) and has Whop send again what it could not
 * deliver meanwhile. Of several replicas one does it.
 */
export class Reconciliation {
  readonly #options: ReconciliationOptions;
  readonly #stop = new AbortController();
  readonly #turns = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #reconciling = false;
  #fruitless = 0;
  #told: string | null = null;

  constructor(options: ReconciliationOptions) {
    this.#options = options;
  }

  /** Begins at once, without anybody waiting for it. */
  start(): void {
    this.#timer = setInterval(() => this.#begin(), this.#options.aliveMs ?? ALIVE_MS).unref();
    this.#begin();
  }

  /** Gives up what is under way; it stays owed. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#stop.abort();
    await Promise.all(this.#turns);
  }

  #begin(): void {
    const turn = this.#turn().finally(() => this.#turns.delete(turn));
    this.#turns.add(turn);
  }

  async #turn(): Promise<void> {
    await this.#keepAlive();
    const { whop } = this.#options;
    // A long one must not keep us from saying that we are there.
    if (!whop || this.#reconciling || this.#stop.signal.aborted) return;
    this.#reconciling = true;
    await this.#take(whop).finally(() => (this.#reconciling = false));
  }

  async #keepAlive(): Promise<void> {
    const { functions, now, log } = this.#options;
    try {
      const { owedSince } = await functions.keepServiceAlive(now().toISOString());
      if (owedSince !== null && owedSince !== this.#told) this.#tell(owedSince);
      this.#told = owedSince;
    } catch (error) {
      // While the database is away the gap grows, which is what it is for.
      log.debug({ err: error }, 'Could not note that this replica is there');
    }
  }

  #tell(since: string): void {
    const { whop, publicUrl, log } = this.#options;
    const what = 'No replica was here for a while and events may have been missed';
    if (whop) return log.info({ since }, `${what}: Whop is asked to send them again`);
    // Without a public address nobody outside this machine could have sent any.
    const level = publicUrl === undefined ? 'info' : 'warn';
    log[level]({ since }, `${what}: set WHOP_APP_ID and WHOP_API_KEY to have Whop send them again`);
  }

  async #take(whop: ReconcileOptions['whop']): Promise<void> {
    const { functions, now, log } = this.#options;
    const startedAt = now().toISOString();
    const since = await functions.claimReconciliation(startedAt, EVERY_SECONDS).catch(() => null);
    if (since === null) return;
    const report = await reconcile(new Date(since), {
      ...this.#options,
      whop,
      signal: this.#stop.signal,
    }).catch((error: unknown) => {
      if (!this.#stop.signal.aborted)
        log.warn({ err: error }, 'Could not reconcile with Whop; it stays owed');
      return null;
    });
    await this.#finish(startedAt, report);
  }

  async #finish(startedAt: string, report: ReconciliationReport | null): Promise<void> {
    const { functions, log, now } = this.#options;
    const complete = report !== null && report.recovered === report.missed;
    if (report && report.missed > 0) log.warn(report, 'Whop has sent missed events again');
    this.#fruitless = complete ? 0 : this.#fruitless + 1;
    await functions
      .finishReconciliation({
        startedAt,
        at: now().toISOString(),
        complete,
        pauseSeconds: complete || this.#stop.signal.aborted ? 0 : pauseAfter(this.#fruitless),
        report,
      })
      .catch((error: unknown) => log.warn({ err: error }, 'Could not note that the reconciliation is over'));
  }
}

/** An event that can never be delivered must not have Whop asked for it every few seconds. */
function pauseAfter(fruitless: number): number {
  return Math.min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** (fruitless - 1));
}
