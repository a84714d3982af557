import type { LazyTags } from './lazy-tags.ts';

/**
 * Loads what tags of the page need, now and whenever one comes. What could not be loaded is tried again with the next
 * such tag.
 * @returns the same for another root, once
 */
export function watchTags(lazyTags: LazyTags): (root: ParentNode) => void {
  const left = new Map(Object.entries(lazyTags));
  const start = (tag: string): void => {
    const load = left.get(tag);
    left.delete(tag);
    load?.().catch(() => left.set(tag, load));
  };
  const find = (root: ParentNode): void => {
    for (const tag of left.keys()) if (root.querySelector(tag)) start(tag);
  };
  const observer = new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof Element)) continue;
      start(node.localName);
      if (left.size > 0) find(node);
    }
  });
  find(document);
  observer.observe(document, { childList: true, subtree: true });
  return find;
}
