import type { Stage } from './stage.ts';

const held = new WeakMap<Stage, Element>();

/** Before a widget renders: what has the focus in it. */
export function noteFocus(stage: Stage): void {
  const { renderRoot } = stage;
  const active = renderRoot instanceof ShadowRoot ? renderRoot.activeElement : null;
  if (active) held.set(stage, active);
  else held.delete(stage);
}

/** After it has rendered: whoever was on something that is gone stays at the card, not at the top of the page. */
export function keepFocus(stage: Stage): void {
  const active = held.get(stage);
  if (active && !active.isConnected) stage.renderRoot.querySelector<HTMLElement>('.root')?.focus();
}
