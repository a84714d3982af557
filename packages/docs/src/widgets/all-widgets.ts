import { createManifest } from '../../../widgets/build/manifest/create-manifest.ts';
import { widgetsOf, type Widget } from '../../../widgets/build/manifest/widgets.ts';

export type { Widget };

const order = ['rank-card', 'leaderboard', 'reward-list', 'activity', 'level-badge', 'toast'];

/** Every widget as its JSDoc describes it, the main ones first. */
export function allWidgets(): Widget[] {
  const place = ({ entry }: Widget) => order.indexOf(entry) + 1 || order.length + 1;
  return widgetsOf(createManifest()).toSorted((a, b) => place(a) - place(b));
}

/** `RankCard`: as the component for React is called. */
export function componentName({ entry }: Widget): string {
  return entry.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** `Rank card`: as people call it. */
export function titleOf({ entry }: Widget): string {
  const words = entry.replaceAll('-', ' ');
  return words[0]!.toUpperCase() + words.slice(1);
}
