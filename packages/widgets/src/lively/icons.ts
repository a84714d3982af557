import { html, svg } from 'lit';

/** The pictures of what goes wrong, of the same set as the others: 16 px grid, 1.5 px strokes, round ends. */
const paths = {
  offline: svg`<path d="m2 2 12 12M1.75 6.5A9 9 0 0 1 4 5M6.75 3.85A9 9 0 0 1 14.25 6.5M4.25 9.25a5.4 5.4 0 0 1 3-1.5M10 8.2c.65.25 1.25.6 1.75 1.05M8 12.5v.01"/>`,
  problem: svg`<circle cx="8" cy="8" r="6.25"/><path d="M8 4.75v4M8 11.25v.01"/>`,
  people: svg`<circle cx="6" cy="5.25" r="2.5"/><path d="M1.5 13.25c.3-2.5 2-4 4.5-4s4.2 1.5 4.5 4M10.75 2.9a2.5 2.5 0 0 1 0 4.7M12.25 9.6c1.3.6 2.1 1.8 2.25 3.65"/>`,
};

export function icon(name: keyof typeof paths) {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${paths[name]}</svg>`;
}
