/** What defines the widgets that few pages have, by tag; the first of these tags brings this file. */
export const lazyTags = {
  'wee5-level-badge': () => import('../components/level-badge/define.ts'),
  'wee5-activity': () => import('../components/activity/define.ts'),
  'wee5-toast': () => import('../components/toast/define.ts'),
} satisfies Record<string, () => Promise<unknown>>;

export type LazyTag = keyof typeof lazyTags;
