import type { CSSResult, CSSResultOrNative } from 'lit';
import { stylesOf } from './styles.ts';
import type { Stage } from './stage.ts';

/** The same styles for other documents: each takes only those that it made itself. */
const copies = new WeakMap<Window, Map<CSSResult, CSSStyleSheet>>();

/** Gives a widget the styles of what only a later part shows, once; without others those of this one. */
export function dress(
  { renderRoot, localName }: Pick<Stage, 'renderRoot' | 'localName'>,
  sheets: CSSResultOrNative[] = stylesOf(localName),
): void {
  const view = renderRoot?.ownerDocument.defaultView;
  // A document that nobody sees has no styles.
  if (!(renderRoot instanceof ShadowRoot) || !view) return;
  const worn = renderRoot.adoptedStyleSheets;
  const missing = sheets.map((sheet) => sheetIn(view, sheet)).filter((sheet) => !worn.includes(sheet));
  if (missing.length) renderRoot.adoptedStyleSheets = [...worn, ...missing];
}

function sheetIn(view: Window & typeof globalThis, sheet: CSSResultOrNative): CSSStyleSheet {
  if (sheet instanceof CSSStyleSheet) return sheet;
  if (view === window) return sheet.styleSheet!;
  const known = copies.get(view) ?? new Map<CSSResult, CSSStyleSheet>();
  copies.set(view, known);
  const copy = known.get(sheet) ?? new view.CSSStyleSheet();
  if (!known.has(sheet)) copy.replaceSync(sheet.cssText);
  known.set(sheet, copy);
  return copy;
}
