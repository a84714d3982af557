import { html, nothing } from 'lit';
import { messages } from '../messages.ts';
import { full } from './format.ts';
import { icon } from './icons.ts';

/** The arrow of a rank change, with the number of places. */
export function move(places: number | undefined) {
  if (!places) return nothing;
  const up = places > 0;
  const text = (up ? messages.board.up : messages.board.down)(Math.abs(places));
  return html`<span class="move small strong ${up ? 'up' : 'down'}" part="move" title=${text}
    >${icon(up ? 'up' : 'down')}<span aria-hidden="true">${full(Math.abs(places))}</span
    ><span class="unseen">${text}</span></span
  >`;
}
