import type { Board, BoardQuery, DatabaseFunctions } from '../../database/functions.ts';
import { KeptAnswers } from '../../identity/kept-answers.ts';

/** Of 100 entries each these take some 10 MB. */
const KEPT_PAGES = 200;
const KEEP_MS = 1000;

interface Parts {
  functions: Pick<DatabaseFunctions, 'getLeaderboard'>;
  now: () => Date;
}

/**
 * Reads pages of boards. A change is announced to everybody who looks at a board, and all of them load it at once:
 * those who see the same share one read.
 */
export class SharedBoards {
  readonly #functions: Parts['functions'];
  readonly #now: () => Date;
  readonly #kept: KeptAnswers<Board | null>;

  constructor({ functions, now }: Parts) {
    this.#functions = functions;
    this.#now = now;
    this.#kept = new KeptAnswers({ keepMs: () => KEEP_MS, limit: KEPT_PAGES, now });
  }

  /**
   * A page that is no older than `version`, which the reader knows the community to have: what is shared was asked for
   * by somebody who knew so too.
   */
  read(query: Omit<BoardQuery, 'now'>, version: number): Promise<Board | null> {
    const now = this.#now();
    const ask = () => this.#functions.getLeaderboard({ ...query, now: now.toISOString() });
    // Whoever is known sees their own place beside the page, and themselves by their name.
    if (query.viewerId !== null) return ask();
    // Windows end on a whole second, so within one the same window is meant.
    const second = Math.floor(now.getTime() / 1000);
    return this.#kept.get(JSON.stringify([version, second, query]), ask);
  }
}
