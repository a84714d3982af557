import type { Reward } from '@wee5/client';

/** `wee5-toast-shown`: a toast has come up, or the one on show tells more than before. */
export class ToastShownEvent extends Event {
  static readonly type = 'wee5-toast-shown';
  /** What it says. */
  readonly text: string;
  /** The level reached; null where it tells of rewards. */
  readonly level: number | null;
  /** The level before; null where it tells of rewards. */
  readonly previousLevel: number | null;
  /** The rewards unlocked; empty where it tells of a level. */
  readonly rewards: readonly Reward[];

  constructor(detail: {
    text: string;
    level: number | null;
    previousLevel: number | null;
    rewards: readonly Reward[];
  }) {
    super(ToastShownEvent.type, { bubbles: true, composed: true });
    this.text = detail.text;
    this.level = detail.level;
    this.previousLevel = detail.previousLevel;
    this.rewards = detail.rewards;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wee5-toast-shown': ToastShownEvent;
  }
}
