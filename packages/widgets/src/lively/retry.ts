import { html } from 'lit';
import { moreWords } from '../messages/more-words.ts';
import type { Stage } from './stage.ts';

/** The one button of an error. */
export function renderRetry(stage: Stage) {
  const retry = () => {
    stage.retry();
    // The button is about to go; whoever pressed it by keyboard stays at the card.
    stage.renderRoot.querySelector<HTMLElement>('.root')?.focus();
  };
  return html`<button part="button" @click=${retry}>${moreWords(stage.language).retry}</button>`;
}
