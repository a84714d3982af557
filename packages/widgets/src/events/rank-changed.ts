/** `wee5-rank-changed`: a member shown by the widget has another rank than before; ranks begin at 1. */
export class RankChangedEvent extends Event {
  static readonly type = 'wee5-rank-changed';
  /** The member, `user_…`. */
  readonly userId: string;
  /** The rank now, from 1. */
  readonly rank: number;
  /** The rank before, from 1. */
  readonly previousRank: number;

  constructor(detail: { userId: string; rank: number; previousRank: number }) {
    super(RankChangedEvent.type, { bubbles: true, composed: true });
    this.userId = detail.userId;
    this.rank = detail.rank;
    this.previousRank = detail.previousRank;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wee5-rank-changed': RankChangedEvent;
  }
}
