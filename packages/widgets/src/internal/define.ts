import type { PlainElement } from './plain-element.ts';

/**
 * Defines an element unless its tag is taken: a page may carry the script tag and a bundle, or either of them twice.
 * The first definition stays, and the console says whose it is.
 */
export function define(tag: string, element: typeof PlainElement & CustomElementConstructor): void {
  const known = customElements.get(tag) as typeof PlainElement | undefined;
  if (!known) return customElements.define(tag, element);
  if (known !== element)
    void import('./tag-taken.ts')
      .then(({ warn }) => warn(tag, known.version, element.version))
      .catch(() => {});
}
