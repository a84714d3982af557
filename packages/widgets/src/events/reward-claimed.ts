/** `wee5-reward-claimed`: the reader claimed a reward in this widget, and the API said so. It tells no code. */
export class RewardClaimedEvent extends Event {
  static readonly type = 'wee5-reward-claimed';
  /** Which reward. */
  readonly rewardId: string;
  /** What the reward is called. */
  readonly name: string;

  constructor(detail: { rewardId: string; name: string }) {
    super(RewardClaimedEvent.type, { bubbles: true, composed: true });
    this.rewardId = detail.rewardId;
    this.name = detail.name;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wee5-reward-claimed': RewardClaimedEvent;
  }
}
