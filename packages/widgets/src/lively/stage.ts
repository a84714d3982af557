import type { ClientError } from '@wee5/client';
import type { nothing } from 'lit';
import type { Feed, Source } from '../controllers/feed-controller.ts';
import type { Language } from '../messages/language.ts';

/** Why there is no content: nothing in the data, no usable source, no answer, or an error. */
export type Trouble = 'empty' | Extract<Source, { problem: string }>['problem'] | 'unreachable' | ClientError;

/** What the parts that move and speak need of a widget. */
export interface Stage extends HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly language: Language;
  readonly feed: Feed;
  /** What was just so, by key: places gained by a member, a level reached. A widget shows it while it is here. */
  readonly moments: Map<string, number>;
  /** What the widget's live region says. */
  announced: string;
  /** How the widget writes a total that is counting up. */
  xpText(xp: number): string;
  /** The start of its footer. */
  renderSummary(): string | typeof nothing;
  retry(): void;
  requestUpdate(): void;
}
