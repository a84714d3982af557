import { html, nothing, svg } from 'lit';
import { moreWords } from '../messages/more-words.ts';
import { draw } from './draw.ts';
import type { Stage } from './stage.ts';

const ways = { up: svg`<path d="M8 12.5v-9M4 7.5l4-4 4 4"/>`, down: svg`<path d="M8 3.5v9M4 8.5l4 4 4-4"/>` };

/** The arrow of a rank change that is on show under this key, with the number of places. */
export function arrow({ moments, language }: Stage, key: string) {
  const places = moments.get(key);
  if (!places) return nothing;
  const way = places > 0 ? 'up' : 'down';
  const text = moreWords(language).moves[way](Math.abs(places));
  return html`<span class="move small strong ${way}" part="move" title=${text}
    >${draw(ways[way])}<span aria-hidden="true">${language.full(Math.abs(places))}</span
    ><span class="unseen">${text}</span></span
  >`;
}
