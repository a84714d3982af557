/** Widgets that few pages have: what defines them is loaded with the first of their tags. */
export const lazyTags: LazyTags = {};

/** By tag. */
export type LazyTags = Record<string, () => Promise<unknown>>;
