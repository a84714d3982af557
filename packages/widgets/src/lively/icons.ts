import { svg, type SVGTemplateResult } from 'lit';
import { draw } from './draw.ts';

/** One set: 16 px grid, 1.5 px strokes, round ends; drawn for these widgets. */
const paths = {
  lock: svg`<rect x="3.25" y="7" width="9.5" height="6.75" rx="1.75"/><path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2"/>`,
  check: svg`<path d="m3.5 8.5 3 3 6-7"/>`,
  role: svg`<path d="M8 1.75 13.25 3.5V8c0 3-2.1 5.2-5.25 6.25C4.85 13.2 2.75 11 2.75 8V3.5Z"/>`,
  badge: svg`<circle cx="8" cy="6" r="4.25"/><path d="m5.5 9.75-1 4.5L8 12.5l3.5 1.75-1-4.5"/>`,
  custom: svg`<path d="M2.75 7.5v6.25h10.5V7.5M1.75 4.75h12.5V7.5H1.75ZM8 4.75v9M8 4.5C5.5 4.75 4 4 4.25 2.75S7.25 1.75 8 4.5c.75-2.75 3.5-3 3.75-1.75S10.5 4.75 8 4.5Z"/>`,
  offline: svg`<path d="m2 2 12 12M1.75 6.5A9 9 0 0 1 4 5M6.75 3.85A9 9 0 0 1 14.25 6.5M4.25 9.25a5.4 5.4 0 0 1 3-1.5M10 8.2c.65.25 1.25.6 1.75 1.05M8 12.5v.01"/>`,
  problem: svg`<circle cx="8" cy="8" r="6.25"/><path d="M8 4.75v4M8 11.25v.01"/>`,
  people: svg`<circle cx="6" cy="5.25" r="2.5"/><path d="M1.5 13.25c.3-2.5 2-4 4.5-4s4.2 1.5 4.5 4M10.75 2.9a2.5 2.5 0 0 1 0 4.7M12.25 9.6c1.3.6 2.1 1.8 2.25 3.65"/>`,
} satisfies Record<string, SVGTemplateResult>;

export function icon(name: keyof typeof paths) {
  return draw(paths[name]);
}
