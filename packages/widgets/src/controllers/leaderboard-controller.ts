import type { Leaderboard, LeaderboardEntry, View } from '@wee5/client';
import { RankChangedEvent } from '../events/rank-changed.ts';
import { Moments } from '../internal/moments.ts';
import { FeedController, type FeedHost } from './feed-controller.ts';

type LeaderboardView = Extract<View, { kind: 'leaderboard' }>;

const arrowTime = 4_000;

/** The data of a board, and who has just moved on it. */
export class LeaderboardController {
  readonly board: FeedController<LeaderboardView>;
  readonly #moves: Moments<number>;
  readonly #host: FeedHost;
  readonly #moved: (entry: LeaderboardEntry, places: number) => void;

  /** @param moved - called for the most telling move of an update: the reader's own, else the highest climb */
  constructor(
    host: FeedHost,
    view: () => LeaderboardView,
    moved: (entry: LeaderboardEntry, places: number) => void,
  ) {
    this.#host = host;
    this.#moved = moved;
    this.#moves = new Moments(() => host.requestUpdate());
    this.board = new FeedController(host, { view, data: (board, before) => this.#compare(board, before) });
    host.addController({ hostDisconnected: () => this.#moves.clear() });
  }

  /** Places gained a moment ago; negative for lost. */
  move(userId: string): number | undefined {
    return this.#moves.get(userId);
  }

  /** The reader's own entry where it is not among those of the page. */
  get pinned(): LeaderboardEntry | undefined {
    const { me, entries } = this.board.data ?? {};
    return me && !entries?.some(({ userId }) => userId === me.userId) ? me : undefined;
  }

  #compare(board: Leaderboard, before: Leaderboard | undefined): void {
    if (!before) return;
    const ranks = new Map(all(before).map(({ userId, rank }) => [userId, rank]));
    let told: { entry: LeaderboardEntry; places: number } | undefined;
    for (const entry of new Set(all(board))) {
      const previousRank = ranks.get(entry.userId);
      if (!previousRank || previousRank === entry.rank) continue;
      const places = previousRank - entry.rank;
      this.#moves.show(entry.userId, places, arrowTime);
      this.#host.dispatchEvent(
        new RankChangedEvent({ userId: entry.userId, rank: entry.rank, previousRank }),
      );
      if (entry.userId === board.me?.userId || (!told && places > 0)) told = { entry, places };
    }
    if (told) this.#moved(told.entry, told.places);
  }
}

function all({ entries, me }: Leaderboard): LeaderboardEntry[] {
  return me && !entries.some(({ userId }) => userId === me.userId) ? [...entries, me] : entries;
}
