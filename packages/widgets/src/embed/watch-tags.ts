/**
 * Loads what tags of the page need, now and whenever one comes. What could not be loaded is tried again with the next
 * such tag.
 * @param load - loads what defines a tag
 * @returns the same for another root, once
 */
export function watchTags<Tag extends string>(
  tags: readonly Tag[],
  load: (tag: Tag) => Promise<unknown>,
): (root: ParentNode) => void {
  const left = new Set(tags);
  const start = (tag: Tag): void => {
    if (left.delete(tag)) load(tag).catch(() => left.add(tag));
  };
  const find = (root: ParentNode): void => {
    for (const tag of left) if (root.querySelector(tag)) start(tag);
  };
  const observer = new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof Element)) continue;
      start(node.localName as Tag);
      find(node);
    }
  });
  find(document);
  observer.observe(document, { childList: true, subtree: true });
  return find;
}
