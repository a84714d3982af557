import { svg } from 'lit';
import { draw } from '../../lively/draw.ts';

const bubble =
  'M2.25 4.5a2 2 0 0 1 2-2h7.5a2 2 0 0 1 2 2v4.75a2 2 0 0 1-2 2H7l-3 2.5v-2.5a1.75 1.75 0 0 1-1.75-1.75Z';
const face = svg`<circle cx="8" cy="8" r="6.25"/><path d="M5.5 9.25a2.9 2.9 0 0 0 5 0M6 6v.01M10 6v.01"/>`;

/** What XP come from, of the widgets' set: 16 px grid, 1.5 px strokes, round ends. */
const paths = {
  chat: svg`<path d=${bubble}/>`,
  reply: svg`<path d="M6.5 3.5 2.75 7.25 6.5 11M3 7.25h6a4.25 4.25 0 0 1 4.25 4.25v1"/>`,
  reaction: face,
  reaction_received: face,
  lesson: svg`<path d="M8 4.25C6.75 3 5 2.75 2.25 2.75v9.5c2.75 0 4.5.25 5.75 1.5 1.25-1.25 3-1.5 5.75-1.5v-9.5C11 2.75 9.25 3 8 4.25ZM8 4.25v9.5"/>`,
  membership: svg`<circle cx="8" cy="5.25" r="2.75"/><path d="M2.75 13.75c.5-2.75 2.5-4.25 5.25-4.25s4.75 1.5 5.25 4.25"/>`,
  payment: svg`<rect x="1.75" y="3.25" width="12.5" height="9.5" rx="2"/><path d="M1.75 6.5h12.5M4.5 10h2"/>`,
  event: svg`<path d="m8 2 1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.3l-3.7 2 .8-4.1L2 6.3l4.2-.5Z"/>`,
  adjustment: svg`<path d="M8 2.5v6M5 5.5h6M4 12.75h8"/>`,
  back: svg`<path d="M2.75 3v3.75H6.5M3.25 6.5a5.5 5.5 0 1 1-.5 3.5"/>`,
};

export function sourceIcon(type: string) {
  const name = type === 'reversal' || type === 'reset' ? 'back' : Object.hasOwn(paths, type) ? type : 'event';
  return draw(paths[name as keyof typeof paths]);
}
