import type { WindowKind } from '@wee5/client';
import { html } from 'lit';
import type { BoardStage } from '../../lively/board-stage.ts';

/** The windows of a board as tabs: one stop of the Tab key, arrows choose among them. */
export function renderTabs(
  { language, view }: BoardStage,
  windows: WindowKind[],
  choose: (event: Event) => void,
) {
  return html`<div class="tabs" role="tablist" aria-labelledby="title" @click=${choose} @keydown=${choose}>
    ${windows.map((window) => {
      const isSelected = window === view.window;
      return html`<button
        class="tab"
        part="tab ${isSelected ? 'selected-tab' : ''}"
        role="tab"
        id=${window}
        tabindex=${isSelected ? 0 : -1}
        aria-selected="${isSelected}"
        aria-controls="panel"
      >
        <span class="t">${language.messages.board.tabs[window]}</span>
      </button>`;
    })}
  </div>`;
}
