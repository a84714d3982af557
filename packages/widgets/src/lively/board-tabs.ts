import type { WindowKind } from '@wee5/client';
import { html, nothing, type TemplateResult } from 'lit';
import { WindowChangedEvent } from '../events/window-changed.ts';
import type { BoardStage } from './board-stage.ts';

/** The windows of a board as tabs: one stop of the Tab key, arrows choose among them. Undefined where there is no choice. */
export function boardTabs(stage: BoardStage): TemplateResult | undefined {
  const windows = windowsOf(stage);
  const { language, view } = stage;
  if (windows.length < 2) return undefined;
  const stop = windows.find((window) => window === view.window) ?? windows[0];
  const tabs = windows.map((window) => {
    const isSelected = window === view.window;
    return html`<button
      class="tab"
      part="tab ${isSelected ? 'selected-tab' : ''}"
      role="tab"
      id=${window}
      tabindex=${window === stop ? 0 : -1}
      aria-selected="${isSelected}"
      aria-controls="panel"
      @click=${() => select(stage, window)}
    >
      <span class="t">${language.messages.board.tabs[window]}</span>
    </button>`;
  });
  return html`<div class="tabs" role="tablist" aria-labelledby="title" @keydown=${walk}>${tabs}</div>`;
}

/** The table, as what the tabs are for where there are some. */
export function boardPanel(stage: BoardStage, table: TemplateResult): TemplateResult {
  const hasTabs = windowsOf(stage).length > 1;
  return html`<div
    id="panel"
    role=${hasTabs ? 'tabpanel' : nothing}
    aria-labelledby=${hasTabs ? stage.view.window : nothing}
    tabindex=${hasTabs ? 0 : nothing}
  >
    ${table}
  </div>`;
}

/** The windows to choose among, as far as the community has them; climbers are always of a week. */
function windowsOf({ windows, board, language, communityFeed }: BoardStage): WindowKind[] {
  if (!windows || board === 'climbers') return [];
  const has: string[] = communityFeed.data?.windows ?? Object.keys(language.messages.board.tabs);
  return [...new Set(windows.match(/\w+/g))].filter((it): it is WindowKind => has.includes(it));
}

function walk(event: KeyboardEvent): void {
  const { key, altKey, ctrlKey, metaKey } = event;
  const list = event.currentTarget as HTMLElement;
  const tabs = [...list.querySelectorAll('button')];
  const at = tabs.indexOf(event.target as HTMLButtonElement);
  const next = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
  const to = { ArrowRight: at + next, ArrowLeft: at - next, Home: 0, End: -1 }[key];
  if (to === undefined || altKey || ctrlKey || metaKey) return;
  event.preventDefault();
  const tab = tabs.at(to % tabs.length)!;
  tab.focus();
  tab.click();
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
