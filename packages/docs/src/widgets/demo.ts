import { escape } from '../html.ts';
import { titleOf, type Widget } from './all-widgets.ts';
import { demoStates } from './demo-states.ts';

/** A value, and the words for it. */
type Choice = readonly [string, string];

const option = ([value, text]: Choice) => `<option value="${escape(value)}">${escape(text)}</option>`;

/** The place of a live demo; the browser's part fills it. */
export function demoOf(widget: Widget): string {
  const states = Object.keys(demoStates[widget.entry] ?? {});
  const field = (name: string, label: string, choices: Choice[]) =>
    `<label class="field">${label}<select name="${name}">${choices.map(option).join('')}</select></label>`;
  return `<section class="demo" aria-label="${titleOf(widget)}, live" data-widget="${widget.entry}">
  <form class="controls">
    ${field(
      'state',
      'State',
      states.map((state) => [state, state]),
    )}
    ${field('width', 'Width', [
      ['480', '480 px'],
      ['240', '240 px'],
      ['900', '900 px'],
    ])}
    ${field('theme', 'Theme', [
      ['auto', 'As this page'],
      ['light', 'Light'],
      ['dark', 'Dark'],
    ])}
    ${field('dir', 'Direction', [
      ['ltr', 'Left to right'],
      ['rtl', 'Right to left'],
    ])}
  </form>
  <div class="stage"><div class="frame"></div></div>
  <noscript><p>The demo is the real widget and needs JavaScript.</p></noscript>
</section>`;
}
