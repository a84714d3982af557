import type { CSSResult } from 'lit';
import { stylesOf } from './styles.ts';
import type { Stage } from './stage.ts';

/** Gives a widget the styles of what only a later part shows, once; without others those of this one. */
export function dress({ renderRoot, localName }: Stage, sheets: CSSResult[] = stylesOf(localName)): void {
  if (!(renderRoot instanceof ShadowRoot)) return;
  const worn = renderRoot.adoptedStyleSheets;
  const missing = sheets.map(({ styleSheet }) => styleSheet!).filter((sheet) => !worn.includes(sheet));
  if (missing.length) renderRoot.adoptedStyleSheets = [...worn, ...missing];
}
