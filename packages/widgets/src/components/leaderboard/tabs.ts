import type { WindowKind } from '@wee5/client';
import { html } from 'lit';

interface Tabs {
  windows: WindowKind[];
  selected: WindowKind;
  label: string;
  words: Record<WindowKind, string>;
  select: (window: WindowKind) => void;
}

/** The windows of a board as tabs: one stop of the Tab key, arrows choose among them. */
export function renderTabs({ windows, selected, label, words, select }: Tabs) {
  return html`<div class="tabs" role="tablist" aria-label=${label} @keydown=${walk}>
    ${windows.map(
      (window) =>
        html`<button
          class="tab small"
          part="tab ${window === selected ? 'selected-tab' : ''}"
          role="tab"
          id=${window}
          tabindex=${window === selected ? 0 : -1}
          aria-selected=${window === selected ? 'true' : 'false'}
          aria-controls="panel"
          @click=${() => select(window)}
        >
          <span class="t">${words[window]}</span>
        </button>`,
    )}
  </div>`;
}

function walk(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const tabs = [...list.querySelectorAll('button')];
  const at = tabs.indexOf(event.target as HTMLButtonElement);
  const next = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
  const to = { ArrowRight: at + next, ArrowLeft: at - next, Home: 0, End: -1 }[event.key];
  if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const tab = tabs.at(to % tabs.length)!;
  tab.focus();
  tab.click();
}
