import { html } from 'lit';
import { moreWords } from '../messages/more-words.ts';
import { boardSummary } from './board-summary.ts';
import { isBoard } from './board-stage.ts';
import { boardTools } from './board-tools.ts';
import { icon } from './icons.ts';
import { renderRetry } from './retry.ts';
import type { Stage } from './stage.ts';

/** A widget's last line: its summary and whether it is live, or how old the data is and what to do. */
export function renderFooter(stage: Stage) {
  const { error, live, asOf } = stage.feed;
  const more = moreWords(stage.language);
  if (live?.status === 'offline') {
    return html`<span class="status sentence" part="status">${icon('offline')}${more.offline(asOf)}</span>`;
  }
  if (error) return html`<span part="status">${more.stale(asOf)}</span>${renderRetry(stage)}`;
  const start = isBoard(stage)
    ? html`<span>${boardSummary(stage)}</span>${boardTools(stage)}`
    : html`<span>${stage.renderSummary()}</span>`;
  return html`${start}${renderStatus(stage)}`;
}

function renderStatus({ feed: { live, asOf }, language }: Stage) {
  const more = moreWords(language);
  switch (live?.status) {
    case 'live':
      return html`<span class="status" part="status" title=${more.live}
        ><i class="dot"></i>${more.live}</span
      >`;
    case 'reconnecting':
      return html`<span class="status" part="status">${more.reconnecting}</span>`;
    case 'polling':
      return html`<span class="status" part="status">${more.updated(asOf)}</span>`;
    default:
      // The room of what it will most likely say, without saying it: nothing beside it moves then.
      return html`<span class="status soon" part="status" data-soon=${more.live}><i class="dot"></i></span>`;
  }
}
