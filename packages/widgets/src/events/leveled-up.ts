/** `wee5-leveled-up`: the member of a rank card reached a new level while the page was open. */
export class LeveledUpEvent extends Event {
  static readonly type = 'wee5-leveled-up';
  /** The member, `user_…`. */
  readonly userId: string;
  /** The level reached. */
  readonly level: number;
  /** The level before. */
  readonly previousLevel: number;

  constructor(detail: { userId: string; level: number; previousLevel: number }) {
    super(LeveledUpEvent.type, { bubbles: true, composed: true });
    this.userId = detail.userId;
    this.level = detail.level;
    this.previousLevel = detail.previousLevel;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wee5-leveled-up': LeveledUpEvent;
  }
}
