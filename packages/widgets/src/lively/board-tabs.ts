import type { WindowKind } from '@wee5/client';
import { WindowChangedEvent } from '../events/window-changed.ts';
import type { BoardStage } from './board-stage.ts';

/** A press on a tab of a board, or a key on it: arrows, Home and End choose as they go. */
export function chooseWindow(stage: BoardStage, event: Event, target: EventTarget | null): void {
  const tab = (target as Element).closest<HTMLElement>('[role=tab]');
  if (!tab) return;
  const next = event instanceof KeyboardEvent ? neighbour(tab, event) : tab;
  if (!next) return;
  event.preventDefault();
  next.focus();
  select(stage, next.id as WindowKind);
}

function neighbour(tab: HTMLElement, { key, altKey, ctrlKey, metaKey }: KeyboardEvent) {
  const tabs = [...tab.parentElement!.querySelectorAll<HTMLElement>('[role=tab]')];
  const at = tabs.indexOf(tab);
  const next = getComputedStyle(tab).direction === 'rtl' ? -1 : 1;
  const to = { ArrowRight: at + next, ArrowLeft: at - next, Home: 0, End: -1 }[key];
  return to === undefined || altKey || ctrlKey || metaKey ? undefined : tabs.at(to % tabs.length);
}

function select(stage: BoardStage, window: WindowKind): void {
  const previousWindow = stage.view.window!;
  if (window === previousWindow) return;
  // What stands below stays where it is, however long the next board.
  const panel = stage.renderRoot.querySelector<HTMLElement>('#panel')!;
  panel.style.minBlockSize = `${panel.offsetHeight}px`;
  stage.window = window;
  stage.dispatchEvent(new WindowChangedEvent({ window, previousWindow }));
}
