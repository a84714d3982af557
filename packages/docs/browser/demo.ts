/** The live demos of the widgets' pages. */
import { demoStates } from '../src/widgets/demo-states.ts';
import { createDemo } from './demo-widget.ts';

for (const demo of document.querySelectorAll<HTMLElement>('.demo')) {
  const form = demo.querySelector('form')!;
  form.addEventListener('change', () => show(demo, form));
  form.addEventListener('submit', (event) => event.preventDefault());
  show(demo, form);
}

function show(demo: HTMLElement, form: HTMLFormElement): void {
  const chosen = (name: string) => (form.elements.namedItem(name) as HTMLSelectElement).value;
  const widget = demo.dataset['widget']!;
  const stage = demo.querySelector<HTMLElement>('.stage')!;
  const frame = demo.querySelector<HTMLElement>('.frame')!;
  stage.dataset['theme'] = chosen('theme');
  stage.dir = chosen('dir');
  frame.style.setProperty('--width', `${chosen('width')}px`);
  // What is about more than data begins anew as well: words around a badge, a toast that has gone.
  frame.replaceChildren(createDemo(widget, demoStates[widget]![chosen('state')]!));
}
