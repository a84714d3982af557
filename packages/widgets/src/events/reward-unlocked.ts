/** `wee5-reward-unlocked`: a reward of the list became the member's while the page was open. */
export class RewardUnlockedEvent extends Event {
  static readonly type = 'wee5-reward-unlocked';
  /** Which reward. */
  readonly rewardId: string;
  /** What the reward is called. */
  readonly name: string;

  constructor(detail: { rewardId: string; name: string }) {
    super(RewardUnlockedEvent.type, { bubbles: true, composed: true });
    this.rewardId = detail.rewardId;
    this.name = detail.name;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wee5-reward-unlocked': RewardUnlockedEvent;
  }
}
