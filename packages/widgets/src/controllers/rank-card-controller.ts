import type { RankCard } from '@wee5/client';
import { LeveledUpEvent } from '../events/leveled-up.ts';
import { RankChangedEvent } from '../events/rank-changed.ts';
import { Moments } from '../internal/moments.ts';
import { FeedController, type FeedHost } from './feed-controller.ts';

const arrowTime = 4_000;
const levelUpTime = 6_000;

/** The data of a rank card, and the moments worth showing in it. */
export class RankCardController {
  readonly card: FeedController<{ kind: 'rankCard'; userId: string }>;
  /** `move`: places gained (negative: lost). `level`: the level just reached. */
  readonly #moments: Moments<number>;
  readonly #host: FeedHost;
  readonly #leveledUp: (level: number) => void;

  constructor(host: FeedHost, userId: () => string, leveledUp: (level: number) => void) {
    this.#host = host;
    this.#leveledUp = leveledUp;
    this.#moments = new Moments(() => host.requestUpdate());
    this.card = new FeedController(host, {
      view: () => ({ kind: 'rankCard', userId: userId() }),
      data: (card, before) => this.#compare(card, before),
    });
    host.addController({ hostDisconnected: () => this.#moments.clear() });
  }

  get move(): number | undefined {
    return this.#moments.get('move');
  }

  get reached(): number | undefined {
    return this.#moments.get('level');
  }

  #compare(card: RankCard, before: RankCard | undefined): void {
    if (!before || before.userId !== card.userId) return;
    const { userId, level, rank } = card;
    if (level > before.level) {
      this.#moments.show('level', level, levelUpTime);
      this.#leveledUp(level);
      this.#host.dispatchEvent(new LeveledUpEvent({ userId, level, previousLevel: before.level }));
    }
    if (rank && before.rank && rank !== before.rank) {
      this.#moments.show('move', before.rank - rank, arrowTime);
      this.#host.dispatchEvent(new RankChangedEvent({ userId, rank, previousRank: before.rank }));
    }
  }
}
