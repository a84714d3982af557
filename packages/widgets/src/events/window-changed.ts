import type { WindowKind } from '@wee5/client';

/** `wee5-window-changed`: the reader has chosen another stretch of time on a leaderboard. */
export class WindowChangedEvent extends Event {
  static readonly type = 'wee5-window-changed';
  /** What is on show now. */
  readonly window: WindowKind;
  /** What was on show before. */
  readonly previousWindow: WindowKind;

  constructor(detail: { window: WindowKind; previousWindow: WindowKind }) {
    super(WindowChangedEvent.type, { bubbles: true, composed: true });
    this.window = detail.window;
    this.previousWindow = detail.previousWindow;
  }
}

declare global {
  interface HTMLElementEventMap {
    'wee5-window-changed': WindowChangedEvent;
  }
}
