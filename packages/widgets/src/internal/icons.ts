import { html, svg, type SVGTemplateResult } from 'lit';

/** One set: 16 px grid, 1.5 px strokes, round ends; drawn for these widgets. */
const paths = {
  lock: svg`<rect x="3.25" y="7" width="9.5" height="6.75" rx="1.75"/><path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2"/>`,
  check: svg`<path d="m3.5 8.5 3 3 6-7"/>`,
  role: svg`<path d="M8 1.75 13.25 3.5V8c0 3-2.1 5.2-5.25 6.25C4.85 13.2 2.75 11 2.75 8V3.5Z"/>`,
  badge: svg`<circle cx="8" cy="6" r="4.25"/><path d="m5.5 9.75-1 4.5L8 12.5l3.5 1.75-1-4.5"/>`,
  custom: svg`<path d="M2.75 7.5v6.25h10.5V7.5M1.75 4.75h12.5V7.5H1.75ZM8 4.75v9M8 4.5C5.5 4.75 4 4 4.25 2.75S7.25 1.75 8 4.5c.75-2.75 3.5-3 3.75-1.75S10.5 4.75 8 4.5Z"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof paths;

export function icon(name: IconName) {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${paths[name]}</svg>`;
}
