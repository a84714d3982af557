import type { RunOptions } from 'axe-core';

/** What a widget is checked for: WCAG 2.2 A and AA, and what axe calls good practice. */
export const axeOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // About whole pages, not about a widget in one.
  rules: { region: { enabled: false } },
} satisfies RunOptions;
