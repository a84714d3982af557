/** Widgets that few pages have: what defines them is loaded with the first of their tags. */
export const lazyTags: LazyTags = {
  'wee5-level-badge': () => import('../components/level-badge/define.ts'),
  'wee5-activity': () => import('../components/activity/define.ts'),
  'wee5-toast': () => import('../components/toast/define.ts'),
};

/** By tag. */
export type LazyTags = Record<string, () => Promise<unknown>>;
