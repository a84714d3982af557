import { html, type SVGTemplateResult } from 'lit';

/** A picture of the set: 16 px grid, 1.5 px strokes, round ends. What several places show is named in `icons.ts`. */
export function draw(path: SVGTemplateResult) {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${path}</svg>`;
}
