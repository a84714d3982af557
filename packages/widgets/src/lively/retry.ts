import { html } from 'lit';
import { moreWords } from '../messages/more-words.ts';
import type { Stage } from './stage.ts';

/** The one button of an error. */
export function renderRetry(stage: Stage) {
  return html`<button part="button" @click=${() => stage.retry()}>
    ${moreWords(stage.language).retry}
  </button>`;
}
