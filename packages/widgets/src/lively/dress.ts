import { styles } from './styles.ts';
import type { Stage } from './stage.ts';

const dressed = new WeakSet<Stage>();

/** Gives a widget the styles of what only the lively part shows. */
export function dress(stage: Stage): void {
  const { renderRoot } = stage;
  if (!(renderRoot instanceof ShadowRoot) || dressed.has(stage)) return;
  dressed.add(stage);
  renderRoot.adoptedStyleSheets = [
    ...renderRoot.adoptedStyleSheets,
    ...styles.map(({ styleSheet }) => styleSheet!),
  ];
}
