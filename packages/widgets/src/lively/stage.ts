import type { ClientError } from '@wee5/client';
import type { nothing } from 'lit';
import type { Feed, Source } from '../controllers/feed-controller.ts';
import type { Language } from '../messages/language.ts';

/** Why there is no content: nothing in the data, no usable source, no answer, or an error. */
export type Trouble = 'empty' | Extract<Source, { problem: string }>['problem'] | 'unreachable' | ClientError;

/** What speaks: an element with a live region. */
export interface Speaker {
  /** What its live region says. */
  announced: string;
  readonly isConnected: boolean;
  requestUpdate(): void;
}

/** What the parts that move and speak need of a widget. */
export interface Stage extends HTMLElement, Speaker {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly language: Language;
  readonly feed: Feed;
  /** What was just so, by key: places gained by a member, a level reached. A widget shows it while it is here. */
  readonly moments: Map<string, number>;
  /** How the widget writes a total that is counting up. */
  xpText(xp: number): string;
  /** The start of its footer. */
  renderSummary(): string | typeof nothing;
  retry(): void;
}
